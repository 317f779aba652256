import { useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { assertNever } from './data/assert-never.ts';
import type { Desk } from './data/desk.ts';
import type { Preferences } from './data/preferences.ts';
import { DeskContext, FloorContext, NowContext, PreferencesContext } from './features/floor/context.ts';
import { FloorPage } from './features/floor/index.ts';
import { usePrefersLight } from './features/floor/useMedia.ts';
import { SignIn } from './features/signin/index.ts';

interface AppProps {
  desk: Desk;
  preferences: StoreApi<Preferences>;
}

export function App({ desk, preferences }: AppProps) {
  const { theme, palette } = useStore(preferences);
  const prefersLight = usePrefersLight();
  const light = theme === 'light' || (theme === 'system' && prefersLight);
  const now = useSecondHand();

  // Before the first paint, so that nothing is seen turning from one theme into the other.
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = light ? 'light' : 'dark';
    document.documentElement.dataset.palette = palette;
  }, [light, palette]);

  return (
    <DeskContext value={desk}>
      <PreferencesContext value={preferences}>
        <NowContext value={now}>
          <Page desk={desk} />
        </NowContext>
      </PreferencesContext>
    </DeskContext>
  );
}

function Page({ desk }: { desk: Desk }) {
  const state = useStore(desk.state);
  const environment = useStore(desk.environment);
  useEffect(() => {
    document.title = environment ? `${environment.name} · Ringside` : 'Ringside';
  }, [environment]);
  switch (state.kind) {
    case 'signed-out':
      return <SignIn busy={false} fault={state.reason} />;
    case 'signing-in':
      return <SignIn busy fault={null} />;
    case 'signed-in':
      return (
        <FloorContext value={state.floor}>
          <FloorPage />
        </FloorContext>
      );
    default:
      return assertNever(state);
  }
}

function useSecondHand(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
