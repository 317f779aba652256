import type { Instrument, OrderType, TimeInForce } from '@ringside/client';
import { useStore } from 'zustand';
import { DayEnd } from './DayEnd.tsx';
import { Choice } from './fields.tsx';
import * as css from './ticket.css.ts';
import type { TicketStore } from './ticket.store.ts';

const TYPES: readonly (readonly [OrderType, string])[] = [
  ['MARKET', 'Market'],
  ['LIMIT', 'Limit'],
];
const VALIDITIES: readonly (readonly [TimeInForce, string])[] = [
  ['DAY', 'Day'],
  ['IOC', 'IOC'],
];

/** How an order trades and how long it lives. */
export function OrderFields({
  store,
  instrument,
}: {
  store: TicketStore;
  instrument: Instrument | undefined;
}) {
  const { draft, change } = useStore(store);
  return (
    <>
      <div className={css.pair}>
        <Choice
          label="Type"
          value={draft.orderType}
          options={TYPES}
          change={orderType => change({ orderType })}
        />
        <Choice
          label="Time in force"
          value={draft.timeInForce}
          options={VALIDITIES}
          change={timeInForce => change({ timeInForce })}
        />
      </div>
      {instrument && <DayEnd instrument={instrument} timeInForce={draft.timeInForce} />}
    </>
  );
}
