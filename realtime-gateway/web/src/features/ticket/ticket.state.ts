import type {
  ConnectionState,
  Instrument,
  Money,
  OrderType,
  Price,
  Quantity,
  Side,
  SubmitOrder,
  TimeInForce,
} from '@ringside/client';
import { asPrice, asQuantity, isMultipleOf, plain, stepBy, worth } from '../../data/decimal.ts';
import { momentText, moneyText, priceText, quantityText } from '../../data/format.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { isStale } from '../quotes/staleness.ts';
import { checkEnd, checkPrice, checkQuantity } from './checks.ts';

/** What the person has typed and chosen so far. */
export interface Draft {
  account: string;
  instrument: string | null;
  side: Side;
  orderType: OrderType;
  timeInForce: TimeInForce;
  quantity: string;
  limitPrice: string;
  /** Local date and time at which a GTD order ends, as its field writes it. */
  expiresAt: string;
}

export type Order = Omit<SubmitOrder, 'clientOrderId'>;

export interface Faults {
  quantity?: string;
  limitPrice?: string;
  expiresAt?: string;
}

/** Whether the draft can be sent, and what the button says. The gateway and the risk check decide in the end. */
export type TicketView =
  /** Something is missing or not well formed; faults of empty fields are not shown as faults. */
  | { kind: 'incomplete'; action: string; faults: Faults }
  /** It is complete, but now is not the time. */
  | { kind: 'blocked'; action: string; reason: string }
  | { kind: 'ready'; action: string; preview: string; order: Order };

export interface Market {
  instrument: Instrument | undefined;
  quote: QuoteRow | undefined;
  connection: ConnectionState;
  inFlight: boolean;
  now: number;
}

const VERBS = { BUY: 'Buy', SELL: 'Sell' } as const;
const VALIDITY = {
  DAY: 'good for the day',
  IOC: 'what does not fill at once expires',
  FOK: 'filled whole at once or not at all',
  GTC: 'good until it is cancelled',
} as const;

/** Times in force that an order of this type may have. */
export const TIMES_IN_FORCE: Record<OrderType, readonly TimeInForce[]> = {
  MARKET: ['DAY', 'IOC', 'FOK'],
  LIMIT: ['DAY', 'IOC', 'FOK', 'GTC', 'GTD'],
};

export function ticketView(draft: Draft, market: Market): TicketView {
  const { instrument } = market;
  if (!instrument) return { kind: 'incomplete', action: 'Choose an instrument', faults: {} };
  const quantity = checkQuantity(draft.quantity, instrument);
  const price = draft.orderType === 'LIMIT' ? checkPrice(draft.limitPrice, instrument) : null;
  const end = draft.timeInForce === 'GTD' ? checkEnd(draft.expiresAt, market.now) : null;
  if (
    quantity.value === null ||
    (price !== null && price.value === null) ||
    (end !== null && end.value === null)
  ) {
    const faults: Faults = {};
    if (quantity.fault) faults.quantity = quantity.fault;
    if (price?.fault) faults.limitPrice = price.fault;
    if (end?.fault) faults.expiresAt = end.fault;
    const action =
      quantity.value === null
        ? 'Enter a quantity'
        : price?.value === null
          ? 'Enter a price'
          : 'Enter its end';
    return { kind: 'incomplete', action, faults };
  }
  const order = orderOf(draft, instrument, quantity.value, price?.value ?? null, end?.value ?? null);
  const action = actionOf(order, instrument);
  const reason = blockOf(order, market);
  if (reason !== null) return { kind: 'blocked', action, reason };
  return { kind: 'ready', action, order, preview: previewOf(order, instrument, market.quote) };
}

function orderOf(
  draft: Draft,
  instrument: Instrument,
  quantity: Quantity,
  limitPrice: Price | null,
  expiresAt: string | null,
): Order {
  const { account, side, orderType, timeInForce } = draft;
  const order: Order = { account, instrument: instrument.id, side, orderType, timeInForce, quantity };
  if (limitPrice !== null) order.limitPrice = limitPrice;
  if (expiresAt !== null) order.expiresAt = expiresAt;
  return order;
}

function blockOf(order: Order, { connection, instrument, quote, inFlight, now }: Market): string | null {
  if (connection.kind !== 'live') return 'Not connected: orders cannot be sent, and none is kept for later.';
  if (inFlight) return 'Your last order is still on its way.';
  if (instrument?.status !== 'OPEN') return `${instrument?.symbol} is halted.`;
  if (order.orderType === 'LIMIT') return null;
  if (!quote || isStale(quote, now)) return 'The price is stale. A market order needs a live price.';
  const touch = order.side === 'BUY' ? quote.quote.ask : quote.quote.bid;
  return touch ? null : 'Nobody is on the other side of the market.';
}

function actionOf(order: Order, instrument: Instrument): string {
  const what = `${VERBS[order.side]} ${quantityText(order.quantity)} ${instrument.symbol}`;
  return order.limitPrice
    ? `${what} at ${priceText(order.limitPrice, instrument.priceTick)}`
    : `${what} at market`;
}

function previewOf(order: Order, instrument: Instrument, quote: QuoteRow | undefined): string {
  const { side, quantity, limitPrice } = order;
  const unit = `${quantityText(quantity)} ${instrument.quantityUnit}`;
  const validity =
    order.timeInForce === 'GTD'
      ? `good until ${momentText(Date.parse(order.expiresAt ?? ''))}`
      : VALIDITY[order.timeInForce];
  const value = (price: Price): string =>
    moneyText(contractValue(price, quantity, instrument), instrument.currency);
  if (limitPrice) {
    const price = priceText(limitPrice, instrument.priceTick);
    const worth = `${value(limitPrice)} ${instrument.currency}`;
    return `${VERBS[side]} ${unit} at ${price} or better, value ${worth}, ${validity}.`;
  }
  const touch = (side === 'BUY' ? quote?.quote.ask : quote?.quote.bid) ?? null;
  if (touch === null) return `${VERBS[side]} ${unit} at the market, ${validity}.`;
  const price = priceText(touch, instrument.priceTick);
  const worth = `${value(touch)} ${instrument.currency}`;
  return `${VERBS[side]} ${unit} at the market, now ${price}, value about ${worth}, ${validity}.`;
}

function contractValue(price: Price, quantity: Quantity, instrument: Instrument): Money {
  return worth(worth(price, quantity) as string as Price, instrument.contractSize);
}

/** One press of an arrow key moves the quantity by its leading digit's place, but never off the grid. */
export function steppedQuantity(text: string, instrument: Instrument, count: number): string {
  const value = asQuantity(text.trim() || '0') ?? asQuantity('0');
  if (value === null) return text;
  return plain(stepBy(value, quantityStride(value, instrument.quantityStep), count));
}

function quantityStride(value: Quantity, step: Quantity): Quantity {
  const whole = value.split('.')[0]?.replace(/^0+/, '') ?? '';
  const stride = (whole.length > 0 ? `1${'0'.repeat(whole.length - 1)}` : plain(step)) as Quantity;
  return isMultipleOf(stride, step) ? stride : step;
}

export function steppedPrice(
  text: string,
  instrument: Instrument,
  quote: QuoteRow | undefined,
  count: number,
): string {
  const start = asPrice(text.trim()) ?? quote?.quote.bid ?? quote?.quote.ask;
  return start ? stepBy(start, instrument.priceTick, count) : text;
}
