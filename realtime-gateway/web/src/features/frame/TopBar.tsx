import type { ReactNode } from 'react';
import { clockText, zoneName } from '../../data/format.ts';
import { Mark } from '../../design/Mark.tsx';
import { useNow, usePreferences } from '../floor/context.ts';
import { People, useInputSignal } from '../presence/index.ts';
import { ConnectionChip } from './ConnectionChip.tsx';
import { EnvironmentBadge } from './EnvironmentBadge.tsx';
import * as css from './frame.css.ts';
import { UserMenu } from './UserMenu.tsx';

/** `children` is what must be seen wherever one is: what waits for this user. */
export function TopBar({ children }: { children?: ReactNode }) {
  useInputSignal();
  return (
    <header className={css.topBar}>
      <div className={css.brand}>
        <Mark />
        <h1 className={css.name}>Ringside</h1>
        <EnvironmentBadge />
      </div>
      <div className={css.right}>
        {children}
        <People />
        <Clock />
        <ConnectionChip />
        <UserMenu />
      </div>
    </header>
  );
}

function Clock() {
  const now = useNow();
  const [{ zone }, change] = usePreferences();
  const other = zone === 'UTC' ? 'local' : 'UTC';
  return (
    <button
      type="button"
      className={`${css.quiet} ${css.clock}`}
      onClick={() => change({ zone: other })}
      title={`All times are ${zoneName(zone)}. Press for ${zoneName(other)}.`}
    >
      {clockText(now, zone)}
      <span className={css.zone}>{zoneName(zone)}</span>
    </button>
  );
}
