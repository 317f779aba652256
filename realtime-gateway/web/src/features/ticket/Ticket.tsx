import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { isAsking } from '../../data/inquiry.ts';
import { isInFlight } from '../../data/submission.ts';
import * as controls from '../../design/controls.css.ts';
import * as panel from '../../design/panel.css.ts';
import { Segmented } from '../../design/Segmented.tsx';
import { useFloor, useFloorState, useNow, useRow } from '../floor/context.ts';
import { EnvironmentBadge } from '../frame/EnvironmentBadge.tsx';
import { AskFields } from './AskFields.tsx';
import { askView } from './ask.state.ts';
import { NumberField } from './fields.tsx';
import { AskLife, OrderLife } from './Life.tsx';
import { OrderFields } from './OrderFields.tsx';
import { Legend, Preview } from './Preview.tsx';
import { AccountSelect, InstrumentSelect, Sides } from './pickers.tsx';
import { Touch } from './Touch.tsx';
import * as css from './ticket.css.ts';
import { steppedPrice, steppedQuantity, ticketView } from './ticket.state.ts';
import type { Mode, TicketStore } from './ticket.store.ts';

const MODES = [
  ['ORDER', 'Order'],
  ['RFQ', 'Request quotes'],
] as const;

export function Ticket({ store }: { store: TicketStore }) {
  const floor = useFloor();
  const { mode, draft, focusWish, change, take, clear, turn } = useStore(store);
  const instrument = useFloorState(state => state.instruments.get(draft.instrument ?? ''));
  const quote = useRow(floor.books.quotes, draft.instrument);
  const now = useNow();
  const quantity = useRef<HTMLInputElement>(null);
  const view = useTicketView(store);
  const asks = mode === 'RFQ';

  useEffect(() => {
    if (focusWish === 0) return;
    quantity.current?.focus();
    quantity.current?.select();
  }, [focusWish]);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (view.kind !== 'ready') quantity.current?.focus();
    else if ('ask' in view) floor.rfqs.ask(view.ask);
    else floor.orders.submit(view.order);
  }

  function clearByKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    clear();
    if (asks) floor.rfqs.putAway();
    else floor.orders.putAway();
    (document.activeElement as HTMLElement | null)?.blur();
  }

  const faults: Partial<Record<'quantity' | 'limitPrice' | 'expiresAt' | 'counterparties', string>> =
    view.kind === 'incomplete' ? view.faults : {};
  return (
    <section
      className={`${css.frame} ${css.edge[draft.side]}`}
      aria-label={asks ? 'Request for quotes' : 'Order ticket'}
      onKeyDown={clearByKey}
    >
      <header className={panel.head}>
        <Modes mode={mode} turn={turn} />
        <div className={panel.tools}>
          <EnvironmentBadge />
        </div>
      </header>
      <div className={css.scroll}>
        <form className={css.form} onSubmit={submit} aria-label={asks ? 'Request for quotes' : 'Order'}>
          <Sides side={draft.side} change={side => change({ side })} />
          <InstrumentSelect store={store} />
          {floor.user.accounts.length > 1 && <AccountSelect store={store} />}
          {instrument && (
            <Touch
              instrument={instrument}
              quote={quote}
              now={now}
              take={(side, price) => (asks ? change({ side }) : take(instrument.id, side, price))}
            />
          )}
          {!asks && <OrderFields store={store} instrument={instrument} fault={faults.expiresAt} />}
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
          {asks && <AskFields store={store} fault={faults.counterparties} />}
          {!asks && draft.orderType === 'LIMIT' && (
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
        {asks ? <AskLife /> : <OrderLife />}
        <Legend />
      </div>
    </section>
  );
}

function useTicketView(store: TicketStore) {
  const floor = useFloor();
  const { mode, draft, terms } = useStore(store);
  const instrument = useFloorState(state => state.instruments.get(draft.instrument ?? ''));
  const connection = useFloorState(state => state.connection);
  const counterparties = useFloorState(state => state.counterparties);
  const inFlight = useFloorState(state => isInFlight(state.submission));
  const asking = useFloorState(state => isAsking(state.inquiry));
  const quote = useRow(floor.books.quotes, draft.instrument);
  const now = useNow();
  return mode === 'RFQ'
    ? askView(draft, terms, { instrument, connection, counterparties, asking })
    : ticketView(draft, { instrument, quote, connection, inFlight, now });
}

function Modes({ mode, turn }: { mode: Mode; turn(mode: Mode): void }) {
  return (
    <Segmented place="head" aria-label="What the ticket makes" value={mode} options={MODES} change={turn} />
  );
}
