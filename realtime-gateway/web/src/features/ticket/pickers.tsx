import type { Side } from '@ringside/client';
import { ToggleGroup } from 'radix-ui';
import { useId, useMemo } from 'react';
import { useStore } from 'zustand';
import * as controls from '../../design/controls.css.ts';
import { useFloor, useFloorState } from '../floor/context.ts';
import * as css from './ticket.css.ts';
import type { TicketStore } from './ticket.store.ts';

export function Sides({ side, change }: { side: Side; change(side: Side): void }) {
  return (
    <ToggleGroup.Root
      type="single"
      className={css.sides}
      value={side}
      onValueChange={next => next && change(next as Side)}
      aria-label="Side"
    >
      <ToggleGroup.Item className={css.side.BUY} value="BUY">
        Buy
      </ToggleGroup.Item>
      <ToggleGroup.Item className={css.side.SELL} value="SELL">
        Sell
      </ToggleGroup.Item>
    </ToggleGroup.Root>
  );
}

export function InstrumentSelect({ store }: { store: TicketStore }) {
  const id = useId();
  const { draft, choose } = useStore(store);
  const instruments = useFloorState(state => state.instruments);
  const sorted = useMemo(
    () => [...instruments.values()].sort((a, b) => a.symbol.localeCompare(b.symbol)),
    [instruments],
  );
  return (
    <div className={controls.field}>
      <label className={controls.label} htmlFor={id}>
        Instrument
      </label>
      <select
        id={id}
        className={controls.input}
        value={draft.instrument ?? ''}
        onChange={event => choose(event.target.value)}
        disabled={sorted.length === 0}
      >
        <option value="" disabled>
          Choose…
        </option>
        {sorted.map(instrument => (
          <option key={instrument.id} value={instrument.id}>
            {instrument.symbol} · {instrument.name}
          </option>
        ))}
      </select>
    </div>
  );
}

export function AccountSelect({ store }: { store: TicketStore }) {
  const id = useId();
  const { draft, change } = useStore(store);
  const { accounts } = useFloor().user;
  return (
    <div className={controls.field}>
      <label className={controls.label} htmlFor={id}>
        Account
      </label>
      <select
        id={id}
        className={controls.input}
        value={draft.account}
        onChange={event => change({ account: event.target.value })}
      >
        {accounts.map(account => (
          <option key={account}>{account}</option>
        ))}
      </select>
    </div>
  );
}
