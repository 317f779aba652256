import type {
  AmendOrder,
  CancelOrder,
  CancelOrders,
  MassCancelReport,
  OrderState,
  OrderStatus,
  Price,
  Quantity,
  SubmitOrder,
} from '@ringside/client';
import { type FakeHoldings, ratio } from './holdings.ts';
import type { FakeMarket } from './market.ts';
import { LISTED } from './seed.ts';
import { add, compare, multiplySigned, signOf, subtract } from './sums.ts';

/** More than this in one order is rejected, so that a rejection can be seen. */
const ORDER_SIZE_MAX = '100000' as Quantity;

export interface VenueListener {
  order(order: OrderState): void;
  refused(command: { clientOrderId: string; account: string }, reason: string, text: string): void;
}

/** Orders against the fake market: enough of the real one to see every state of the page. */
export class FakeVenue {
  readonly #market: FakeMarket;
  readonly #holdings: FakeHoldings;
  readonly #listener: VenueListener;
  readonly #newId: () => string;
  readonly orders = new Map<string, OrderState>();
  /** How long the venue takes to answer what is asked of a resting order. */
  venueDelayMs = 400;

  constructor(market: FakeMarket, holdings: FakeHoldings, newId: () => string, listener: VenueListener) {
    this.#market = market;
    this.#holdings = holdings;
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
    this.#holdings.book(order, quantity, price);
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
