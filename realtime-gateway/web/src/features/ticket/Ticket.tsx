import type { OrderType, TimeInForce } from '@ringside/client';
import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { isInFlight } from '../../data/submission.ts';
import * as controls from '../../design/controls.css.ts';
import * as panel from '../../design/panel.css.ts';
import { useFloor, useFloorState, useNow, useRow } from '../floor/context.ts';
import { EnvironmentBadge } from '../frame/EnvironmentBadge.tsx';
import { DayEnd } from './DayEnd.tsx';
import { Choice, NumberField } from './fields.tsx';
import { OrderLife } from './OrderLife.tsx';
import { Legend, Preview } from './Preview.tsx';
import { AccountSelect, InstrumentSelect, Sides } from './pickers.tsx';
import { Touch } from './Touch.tsx';
import * as css from './ticket.css.ts';
import { steppedPrice, steppedQuantity, ticketView } from './ticket.state.ts';
import type { TicketStore } from './ticket.store.ts';

const TYPES: readonly (readonly [OrderType, string])[] = [
  ['MARKET', 'Market'],
  ['LIMIT', 'Limit'],
];
const VALIDITIES: readonly (readonly [TimeInForce, string])[] = [
  ['DAY', 'Day'],
  ['IOC', 'IOC'],
];

export function Ticket({ store }: { store: TicketStore }) {
  const floor = useFloor();
  const { draft, focusWish, change, take, clear } = useStore(store);
  const instrument = useFloorState(state => state.instruments.get(draft.instrument ?? ''));
  const connection = useFloorState(state => state.connection);
  const inFlight = useFloorState(state => isInFlight(state.submission));
  const quote = useRow(floor.books.quotes, draft.instrument);
  const now = useNow();
  const quantity = useRef<HTMLInputElement>(null);
  const view = ticketView(draft, { instrument, quote, connection, inFlight, now });

  useEffect(() => {
    if (focusWish === 0) return;
    quantity.current?.focus();
    quantity.current?.select();
  }, [focusWish]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (view.kind === 'ready') floor.orders.submit(view.order);
    else quantity.current?.focus();
  }

  function clearByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    clear();
    floor.orders.putAway();
    (document.activeElement as HTMLElement | null)?.blur();
  }

  const faults = view.kind === 'incomplete' ? view.faults : {};
  return (
    <section
      className={`${css.frame} ${css.edge[draft.side]}`}
      aria-label="Order ticket"
      onKeyDown={clearByKey}
    >
      <header className={panel.head}>
        <h2 className={panel.title}>Order</h2>
        <div className={panel.tools}>
          <EnvironmentBadge />
        </div>
      </header>
      <div className={css.scroll}>
        <form className={css.form} onSubmit={submit} aria-label="Order">
          <Sides side={draft.side} change={side => change({ side })} />
          <InstrumentSelect store={store} />
          {floor.user.accounts.length > 1 && <AccountSelect store={store} />}
          {instrument && (
            <Touch
              instrument={instrument}
              quote={quote}
              now={now}
              take={(side, price) => take(instrument.id, side, price)}
            />
          )}
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
          <NumberField
            label="Quantity"
            unit={instrument?.quantityUnit ?? ''}
            value={draft.quantity}
            fault={faults.quantity}
            disabled={!instrument}
            inputRef={quantity}
            change={value => change({ quantity: value })}
            step={count =>
              instrument && change({ quantity: steppedQuantity(draft.quantity, instrument, count) })
            }
          />
          {draft.orderType === 'LIMIT' && (
            <NumberField
              label="Limit price"
              unit={instrument?.currency ?? ''}
              value={draft.limitPrice}
              fault={faults.limitPrice}
              disabled={!instrument}
              change={value => change({ limitPrice: value })}
              step={count =>
                instrument && change({ limitPrice: steppedPrice(draft.limitPrice, instrument, quote, count) })
              }
            />
          )}
          <Preview view={view} />
          <button
            type="submit"
            className={`${controls.button[draft.side === 'BUY' ? 'buy' : 'sell']} ${controls.fullWidth}`}
            disabled={view.kind !== 'ready'}
            data-testid="submit"
          >
            {view.action}
          </button>
        </form>
        <OrderLife />
        <Legend />
      </div>
    </section>
  );
}
