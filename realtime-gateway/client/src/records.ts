/**
 * The records of the contracts as they travel. Prices, quantities and money are decimal text, times ISO 8601 in UTC.
 * Their types are branded, so that a price cannot be put where a quantity belongs.
 */
declare const kind: unique symbol;
type DecimalText<Kind> = string & { readonly [kind]: Kind };
export type Price = DecimalText<'price'>;
export type Quantity = DecimalText<'quantity'>;
export type Money = DecimalText<'money'>;
export type Decimal = Price | Quantity | Money;

export type Side = 'BUY' | 'SELL';
export type OrderType = 'MARKET' | 'LIMIT';
/** GTC and GTD orders have a limit price. */
export type TimeInForce = 'DAY' | 'IOC' | 'FOK' | 'GTC' | 'GTD';
export type OrderStatus =
  | 'PENDING_NEW'
  | 'NEW'
  | 'PARTIALLY_FILLED'
  | 'FILLED'
  | 'PENDING_CANCEL'
  /** On its old terms, until the venue has answered an amend. */
  | 'PENDING_REPLACE'
  | 'CANCELLED'
  | 'EXPIRED'
  | 'REJECTED';

export interface Instrument {
  id: string;
  symbol: string;
  name: string;
  assetClass: 'CRYPTO' | 'METAL' | 'EQUITY';
  currency: string;
  priceTick: Price;
  quantityStep: Quantity;
  contractSize: Quantity;
  quantityUnit: string;
  status: string;
  /** When a Day order that is sent now ends. Once it has passed, the instruments are to be read again. */
  dayEndsAt: string;
}

export interface SubmitOrder {
  clientOrderId: string;
  account: string;
  instrument: string;
  side: Side;
  orderType: OrderType;
  timeInForce: TimeInForce;
  quantity: Quantity;
  limitPrice?: Price;
  /** When what is left of a GTD order expires; no other order has it. */
  expiresAt?: string;
}

export interface CancelOrder {
  clientOrderId: string;
  originalClientOrderId: string;
  account: string;
}

/** Other terms for a limit order that rests: a quantity, a price or both. The order keeps its ids. */
export interface AmendOrder {
  clientOrderId: string;
  /** The order's first id, however often it was amended. */
  originalClientOrderId: string;
  account: string;
  /** Of the whole order, what is filled included. */
  quantity?: Quantity;
  limitPrice?: Price;
}

/** Cancels every open order of the account that matches. */
export interface CancelOrders {
  clientOrderId: string;
  account: string;
  instrument?: string;
  side?: Side;
}

/** What a mass cancel found; what becomes of each order is told as of every order. */
export interface MassCancelReport {
  clientOrderId: string;
  account: string;
  user: string;
  instrument?: string;
  side?: Side;
  /** The sum of the three that follow. */
  matched: number;
  requested: number;
  alreadyPending: number;
  /** Beyond what one command may cancel: asking again goes on. */
  remaining: number;
  at: string;
}

/** The whole state of an order; of two, the one with the higher version is the newer. */
export interface OrderState {
  orderId: string;
  clientOrderId: string;
  account: string;
  user: string;
  instrument: string;
  side: Side;
  orderType: OrderType;
  timeInForce: TimeInForce;
  quantity: Quantity;
  limitPrice?: Price;
  expiresAt?: string;
  status: OrderStatus;
  filled: Quantity;
  leaves: Quantity;
  averagePrice?: Price;
  lastQuantity?: Quantity;
  lastPrice?: Price;
  lastExecutionId?: string;
  /** The cancel that was requested last. */
  cancelId?: string;
  /** The amend that was requested last. */
  amendId?: string;
  /** What that amend asks for, until the venue has answered it. */
  pendingTerms?: { quantity: Quantity; limitPrice: Price };
  reason?: string;
  text?: string;
  version: number;
  at: string;
}

/** A received command had no effect, and the order it names, if any, is untouched. */
export interface CommandRefused {
  clientOrderId: string;
  /** The order that a cancel or an amend named. */
  originalClientOrderId?: string;
  account: string;
  user: string;
  reason: string;
  text: string;
  at: string;
}

export interface Quote {
  instrument: string;
  bid?: Price;
  bidSize?: Quantity;
  ask?: Price;
  askSize?: Quantity;
  sequence: number;
  stale: boolean;
  sourceAt: string;
  at: string;
  source: string;
}

export interface PositionValuation {
  account: string;
  instrument: string;
  currency: string;
  quantity: Quantity;
  averagePrice?: Price;
  realised: Money;
  unrealised?: Money;
  mark?: Price;
  stale: boolean;
  version: number;
  at: string;
}

/** The command is in JetStream, on a server that syncs to disk. */
export interface Received {
  /** The id that its sender gave the command. */
  commandId: string;
  /** The request for quotes that the command is about. */
  rfqId?: string;
  stream: string;
  sequence: number;
  at: string;
}
