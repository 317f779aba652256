import type {
  AmendOrder,
  CancelOrder,
  CancelOrders,
  MassCancelReport,
  Money,
  OrderState,
  OrderStatus,
  PositionValuation,
  Price,
  Quantity,
  SubmitOrder,
} from '@ringside/client';
import type { FakeMarket } from './market.ts';
import { LISTED } from './seed.ts';
import { add, compare, multiplySigned, roundTo, signOf, subtract } from './sums.ts';

/** More than this in one order is rejected, so that a rejection can be seen. */
const ORDER_SIZE_MAX = '100000' as Quantity;

interface Held {
  quantity: Quantity;
  average: Price;
  realised: Money;
  version: number;
}

export interface VenueListener {
  order(order: OrderState): void;
  refused(command: { clientOrderId: string; account: string }, reason: string, text: string): void;
  position(valuation: PositionValuation): void;
}

/** Orders against the fake market: enough of the real one to see every state of the page. */
export class FakeVenue {
  readonly #market: FakeMarket;
  readonly #listener: VenueListener;
  readonly #newId: () => string;
  readonly orders = new Map<string, OrderState>();
  readonly held = new Map<string, Held>();
  /** How long the venue takes to answer what is asked of a resting order. */
  venueDelayMs = 400;

  constructor(market: FakeMarket, newId: () => string, listener: VenueListener) {
    this.#market = market;
    this.#newId = newId;
    this.#listener = listener;
  }

  submit(user: string, body: SubmitOrder): void {
    const key = `${body.account}/${body.clientOrderId}`;
    if (this.orders.has(key)) return;
    const order: OrderState = {
      ...body,
      orderId: this.#newId(),
      user,
      status: 'PENDING_NEW',
      filled: '0' as Quantity,
      leaves: body.quantity,
      version: 0,
      at: new Date().toISOString(),
    };
    this.orders.set(key, order);
    if (compare(body.quantity, ORDER_SIZE_MAX) > 0) {
      this.#move(order, 'REJECTED', {
        reason: 'ORDER_SIZE',
        text: 'The quantity is above the limit for one order.',
        leaves: '0' as Quantity,
      });
      return;
    }
    this.#move(order, 'NEW', {});
    this.match();
    const now = this.orders.get(key);
    if (now && body.timeInForce === 'IOC' && (now.status === 'NEW' || now.status === 'PARTIALLY_FILLED')) {
      this.#move(now, 'EXPIRED', { leaves: '0' as Quantity });
    }
  }

  cancel(body: CancelOrder): void {
    const order = this.orders.get(`${body.account}/${body.originalClientOrderId}`);
    if (!order || !['NEW', 'PARTIALLY_FILLED'].includes(order.status)) {
      this.#listener.refused(body, 'TOO_LATE_TO_CANCEL', 'The order had ended before the cancel arrived.');
      return;
    }
    this.#move(order, 'CANCELLED', { leaves: '0' as Quantity });
  }

  amend(body: AmendOrder): void {
    const order = this.orders.get(`${body.account}/${body.originalClientOrderId}`);
    if (!order || !['NEW', 'PARTIALLY_FILLED'].includes(order.status)) {
      this.#listener.refused(body, 'TOO_LATE_TO_AMEND', 'The order had ended before the amend arrived.');
      return;
    }
    const quantity = body.quantity ?? order.quantity;
    const limitPrice = body.limitPrice ?? (order.limitPrice as Price);
    if (compare(quantity, ORDER_SIZE_MAX) > 0) {
      this.#listener.refused(body, 'ORDER_SIZE', 'The quantity is above the limit for one order.');
      return;
    }
    const amendId = body.clientOrderId;
    this.#move(order, 'PENDING_REPLACE', { amendId, pendingTerms: { quantity, limitPrice } });
    setTimeout(() => this.#replace(order, quantity, limitPrice), this.venueDelayMs);
  }

  cancelAll(body: CancelOrders): Omit<MassCancelReport, 'user'> {
    const { account, instrument, side } = body;
    const open = [...this.orders.values()].filter(
      order =>
        ['NEW', 'PARTIALLY_FILLED'].includes(order.status) &&
        order.account === account &&
        (instrument === undefined || order.instrument === instrument) &&
        (side === undefined || order.side === side),
    );
    for (const order of open) {
      this.#move(order, 'PENDING_CANCEL', { cancelId: body.clientOrderId });
      setTimeout(() => this.#move(order, 'CANCELLED', { leaves: '0' as Quantity }), this.venueDelayMs);
    }
    return {
      ...body,
      matched: open.length,
      requested: open.length,
      alreadyPending: 0,
      remaining: 0,
      at: new Date().toISOString(),
    };
  }

  #replace(order: OrderState, wanted: Quantity, limitPrice: Price): void {
    const quantity = compare(wanted, order.filled) < 0 ? order.filled : wanted;
    const leaves = subtract(quantity, order.filled);
    const status = signOf(leaves) === 0 ? 'FILLED' : signOf(order.filled) > 0 ? 'PARTIALLY_FILLED' : 'NEW';
    this.#move(order, status, { quantity, limitPrice, leaves });
    this.match();
  }

  /** An order far from the market, for floods. */
  rest(user: string, account: string, index: number): void {
    const clientOrderId = `flood-${index}`;
    const listed = LISTED[index % LISTED.length]?.instrument;
    if (!listed || this.orders.has(`${account}/${clientOrderId}`)) return;
    this.orders.set(`${account}/${clientOrderId}`, {
      clientOrderId,
      account,
      instrument: listed.id,
      side: 'BUY',
      orderType: 'LIMIT',
      timeInForce: 'DAY',
      quantity: '100' as Quantity,
      limitPrice: listed.priceTick,
      orderId: this.#newId(),
      user,
      status: 'NEW',
      filled: '0' as Quantity,
      leaves: '100' as Quantity,
      version: 1,
      at: new Date().toISOString(),
    });
  }

  /** One more version of an order. */
  touch(key: string): void {
    const order = this.orders.get(key);
    if (order) this.#move(order, order.status, {});
  }

  /** Fills what the top of the book allows, at most its size at a time. */
  match(): void {
    for (const order of this.orders.values()) {
      if (order.status !== 'NEW' && order.status !== 'PARTIALLY_FILLED') continue;
      const quote = this.#market.quote(order.instrument);
      const price = order.side === 'BUY' ? quote?.ask : quote?.bid;
      const size = order.side === 'BUY' ? quote?.askSize : quote?.bidSize;
      if (!price || !size || quote?.stale) continue;
      const crosses = compare(price, order.limitPrice ?? price) * (order.side === 'BUY' ? 1 : -1) <= 0;
      if (crosses) this.#fill(order, compare(order.leaves, size) <= 0 ? order.leaves : size, price);
    }
  }

  valuations(): PositionValuation[] {
    return [...this.held.keys()].map(key => this.#valuation(key));
  }

  #fill(order: OrderState, quantity: Quantity, price: Price): void {
    const filled = add(order.filled, quantity);
    const leaves = subtract(order.quantity, filled);
    const worth = add(
      multiplySigned(order.averagePrice ?? price, order.filled),
      multiplySigned(price, quantity),
    );
    this.#move(order, signOf(leaves) === 0 ? 'FILLED' : 'PARTIALLY_FILLED', {
      filled,
      leaves,
      lastQuantity: quantity,
      lastPrice: price,
      lastExecutionId: this.#newId(),
      averagePrice: ratio(worth, filled) as Price,
    });
    this.#book(order, quantity, price);
  }

  /** Something was traded elsewhere: only the position learns of it. */
  trade(terms: Pick<OrderState, 'account' | 'instrument' | 'side'>, quantity: Quantity, price: Price): void {
    this.#book(terms, quantity, price);
  }

  #book(order: Pick<OrderState, 'account' | 'instrument' | 'side'>, quantity: Quantity, price: Price): void {
    const key = `${order.account}/${order.instrument}`;
    const before = this.held.get(key) ?? {
      quantity: '0' as Quantity,
      average: price,
      realised: '0' as Money,
      version: 0,
    };
    const signed = (order.side === 'BUY' ? quantity : `-${quantity}`) as Quantity;
    const after = add(before.quantity, signed);
    const opens = signOf(before.quantity) === 0 || signOf(before.quantity) === signOf(signed);
    const average = opens
      ? (ratio(
          add(multiplySigned(before.average, before.quantity), multiplySigned(price, signed)),
          after,
        ) as Price)
      : before.average;
    const gain = opens ? ('0' as Money) : multiplySigned(subtract(before.average, price), signed);
    this.held.set(key, {
      quantity: after,
      average,
      realised: add(before.realised, gain),
      version: before.version + 1,
    });
    this.#listener.position(this.#valuation(key));
  }

  #valuation(key: string): PositionValuation {
    const [account = '', instrument = ''] = key.split('/');
    const held = this.held.get(key);
    const listed = LISTED.find(candidate => candidate.instrument.id === instrument)?.instrument;
    if (!held || !listed) throw new Error(`no position ${key}`);
    const quote = this.#market.quote(instrument);
    const mark = signOf(held.quantity) >= 0 ? quote?.bid : quote?.ask;
    const flat = signOf(held.quantity) === 0;
    return {
      account,
      instrument,
      currency: listed.currency,
      quantity: held.quantity,
      ...(flat ? {} : { averagePrice: held.average }),
      realised: held.realised,
      ...(mark ? { mark, unrealised: multiplySigned(subtract(mark, held.average), held.quantity) } : {}),
      stale: quote?.stale ?? true,
      version: held.version,
      at: new Date().toISOString(),
    };
  }

  #move(order: OrderState, status: OrderStatus, change: Partial<OrderState>): void {
    const { lastExecutionId: _, lastPrice: __, lastQuantity: ___, pendingTerms: ____, ...kept } = order;
    const moved: OrderState = {
      ...kept,
      ...change,
      status,
      version: order.version + 1,
      at: new Date().toISOString(),
    };
    this.orders.set(`${order.account}/${order.clientOrderId}`, moved);
    this.#listener.order(moved);
    Object.assign(order, moved);
  }
}

function ratio(worth: Money, quantity: Quantity): string {
  const digits = 12;
  const [w, q] = [roundTo(worth, digits * 2), roundTo(quantity, digits)].map(text =>
    BigInt(text.replace('.', '')),
  );
  if (!q) return '0';
  const units = ((w ?? 0n) / q).toString().padStart(digits + 1, '0');
  return `${units.slice(0, -digits)}.${units.slice(-digits)}`;
}
