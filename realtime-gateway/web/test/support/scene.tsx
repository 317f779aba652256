import { act, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createStore } from 'zustand/vanilla';
import type { Desk, DeskState } from '../../src/data/desk.ts';
import { createPreferences } from '../../src/data/preferences.ts';
import type { Environment } from '../../src/data/state.ts';
import {
  DeskContext,
  FloorContext,
  NowContext,
  PreferencesContext,
} from '../../src/features/floor/context.ts';
import { Stage } from './stage.ts';

export interface Scene {
  stage: Stage;
  desk: Desk & { signedIn: [string, string][]; signedOut: number };
  /** Shows the same view at the stage's present time. */
  later(ms: number): void;
}

/** A view with a live floor behind it. */
export async function aScene(
  view: (stage: Stage) => ReactNode,
  prepare?: (stage: Stage) => void,
): Promise<Scene> {
  const stage = new Stage();
  prepare?.(stage);
  await stage.live();
  const desk = aDesk(stage);
  const preferences = createPreferences(localStorage);
  const whole = () => (
    <DeskContext value={desk}>
      <PreferencesContext value={preferences}>
        <NowContext value={stage.now}>
          <FloorContext value={stage.floor}>{view(stage)}</FloorContext>
        </NowContext>
      </PreferencesContext>
    </DeskContext>
  );
  const { rerender } = render(whole());
  return {
    stage,
    desk,
    later: ms => {
      stage.now += ms;
      act(() => rerender(whole()));
    },
  };
}

function aDesk(stage: Stage): Scene['desk'] {
  const desk: Scene['desk'] = {
    state: createStore<DeskState>(() => ({ kind: 'signed-in', floor: stage.floor })),
    environment: createStore<Environment | null>(() => ({
      name: 'SIM',
      version: '0.1.0',
      passwordHint: 'A hint.',
    })),
    signedIn: [],
    signedOut: 0,
    signIn: async (user, password) => {
      desk.signedIn.push([user, password]);
    },
    signOut: async () => {
      desk.signedOut += 1;
    },
  };
  return desk;
}
