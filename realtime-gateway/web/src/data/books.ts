import type { Instrument, OrderState, PositionValuation, Quote, RfqView } from '@ringside/client';
import { type Amending, amendingAfter } from './amending.ts';
import { asQuoted, plain } from './decimal.ts';
import type { Deed } from './deed.ts';
import { type RfqRow, rfqRow } from './rfq-rows.ts';
import { type NextFrame, RowStore } from './row-store.ts';
import { enteredAt, type OrderRow, orderKey, type PositionRow, positionKey, type QuoteRow } from './rows.ts';

/**
 * Quotes, orders, positions and requests as the page knows them. What is newer wins by its version, whichever way and
 * in whatever order it comes; so a snapshot that is late cannot undo a notice that was early.
 */
export class Books {
  readonly quotes: RowStore<QuoteRow>;
  readonly orders: RowStore<OrderRow>;
  readonly positions: RowStore<PositionRow>;
  readonly rfqs: RowStore<RfqRow>;
  readonly #now: () => number;

  constructor(nextFrame: NextFrame, now: () => number) {
    this.quotes = new RowStore(nextFrame);
    this.orders = new RowStore(nextFrame);
    this.positions = new RowStore(nextFrame);
    this.rfqs = new RowStore(nextFrame);
    this.#now = now;
  }

  quote(quote: Quote): void {
    const known = this.quotes.get(quote.instrument);
    if (known && known.quote.sequence > quote.sequence) return;
    this.quotes.set(quote.instrument, { quote, receivedAt: this.#now(), fromBefore: false });
  }

  /** Prices from before a lost connection must not pass for current ones. */
  suspendQuotes(): void {
    for (const row of this.quotes.list()) this.quotes.set(row.quote.instrument, { ...row, fromBefore: true });
  }

  /** A state that was read, not announced: no news, only knowledge. */
  orderRead(order: OrderState): void {
    this.#order(order, null);
  }

  orderChanged(order: OrderState): void {
    this.#order(order, this.#now());
  }

  cancelling(key: string, cancelling: boolean): void {
    const row = this.orders.get(key);
    if (row) this.orders.set(key, { ...row, cancelling });
  }

  /** What this user asked of an order, or what became of it; nothing to put it away. */
  amending(key: string, amending: Amending | undefined): void {
    const row = this.orders.get(key);
    if (!row) return;
    const { amending: _, ...rest } = row;
    this.orders.set(key, amending ? { ...rest, amending } : rest);
  }

  valuation(valuation: PositionValuation): void {
    const key = positionKey(valuation);
    const known = this.positions.get(key)?.valuation;
    if (known && !isNewer(valuation, known)) return;
    this.positions.set(key, { key, valuation });
  }

  rfqRead(view: RfqView): void {
    this.#rfq(view, null);
  }

  rfqChanged(view: RfqView): void {
    this.#rfq(view, this.#now());
  }

  /** What this user has just done about a request, or what became of it. */
  deed(rfqId: string, deed: Deed): void {
    const row = this.rfqs.get(rfqId);
    if (row) this.rfqs.set(rfqId, { ...row, deed });
  }

  clear(): void {
    this.quotes.clear();
    this.orders.clear();
    this.positions.clear();
    this.rfqs.clear();
  }

  #rfq(view: RfqView, changedAt: number | null): void {
    const known = this.rfqs.get(view.rfqId);
    if (known && known.view.version >= view.version) return;
    this.rfqs.set(view.rfqId, rfqRow(known, view, changedAt));
  }

  #order(order: OrderState, changedAt: number | null): void {
    const key = orderKey(order);
    const known = this.orders.get(key);
    if (known && known.order.version >= order.version) return;
    const amending = amendingAfter(known?.amending, order);
    this.orders.set(key, {
      ...(amending && { amending }),
      key,
      order,
      enteredAt: known?.enteredAt ?? enteredAt(order),
      changedAt: changedAt ?? known?.changedAt ?? null,
      cancelling: (known?.cancelling ?? false) && order.status !== 'CANCELLED' && order.status !== 'FILLED',
    });
  }
}

/** Of one version of a position the later valuation counts. */
function isNewer(candidate: PositionValuation, known: PositionValuation): boolean {
  if (candidate.version !== known.version) return candidate.version > known.version;
  return Date.parse(candidate.at) >= Date.parse(known.at);
}

/** The catalogue by id, its ticks and steps written as people write them. */
export function byId(instruments: Instrument[]): Map<string, Instrument> {
  return new Map(
    instruments.map(instrument => [
      instrument.id,
      {
        ...instrument,
        priceTick: asQuoted(instrument.priceTick),
        quantityStep: plain(instrument.quantityStep),
      },
    ]),
  );
}
