import type { Instrument, OrderType } from '@ringside/client';
import { useStore } from 'zustand';
import { TIF_WORDS } from '../orders/status.ts';
import { DayEnd } from './DayEnd.tsx';
import { EndField } from './EndField.tsx';
import { Choice } from './fields.tsx';
import { TIMES_IN_FORCE } from './ticket.state.ts';
import type { TicketStore } from './ticket.store.ts';

const TYPES: readonly (readonly [OrderType, string])[] = [
  ['MARKET', 'Market'],
  ['LIMIT', 'Limit'],
];

interface OrderFieldsProps {
  store: TicketStore;
  instrument: Instrument | undefined;
  fault: string | undefined;
}

/** How an order trades and how long it lives. */
export function OrderFields({ store, instrument, fault }: OrderFieldsProps) {
  const { draft, change } = useStore(store);
  const times = TIMES_IN_FORCE[draft.orderType];

  function turn(orderType: OrderType): void {
    const fits = TIMES_IN_FORCE[orderType].includes(draft.timeInForce);
    change(fits ? { orderType } : { orderType, timeInForce: 'DAY' });
  }

  return (
    <>
      <Choice label="Type" value={draft.orderType} options={TYPES} change={turn} />
      <Choice
        label="Time in force"
        value={draft.timeInForce}
        options={times.map(time => [time, TIF_WORDS[time]] as const)}
        change={timeInForce => change({ timeInForce })}
      />
      {draft.timeInForce === 'GTD' && (
        <EndField value={draft.expiresAt} fault={fault} change={expiresAt => change({ expiresAt })} />
      )}
      {instrument && <DayEnd instrument={instrument} timeInForce={draft.timeInForce} />}
    </>
  );
}
