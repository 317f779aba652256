import type { Side } from '@ringside/client';
import { ToggleGroup } from 'radix-ui';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { SelectField } from '../../design/SelectField.tsx';
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
  const { draft, choose } = useStore(store);
  const instruments = useFloorState(state => state.instruments);
  const sorted = useMemo(
    () => [...instruments.values()].sort((a, b) => a.symbol.localeCompare(b.symbol)),
    [instruments],
  );
  return (
    <SelectField
      label="Instrument"
      value={draft.instrument ?? ''}
      disabled={sorted.length === 0}
      change={choose}
    >
      <option value="" disabled>
        Choose…
      </option>
      {sorted.map(instrument => (
        <option key={instrument.id} value={instrument.id}>
          {instrument.symbol} · {instrument.name}
        </option>
      ))}
    </SelectField>
  );
}

export function AccountSelect({ store }: { store: TicketStore }) {
  const { draft, change } = useStore(store);
  const { accounts } = useFloor().user;
  return (
    <SelectField label="Account" value={draft.account} change={account => change({ account })}>
      {accounts.map(account => (
        <option key={account}>{account}</option>
      ))}
    </SelectField>
  );
}
