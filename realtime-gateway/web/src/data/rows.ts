import type { Instrument, OrderState, PositionValuation, Quote } from '@ringside/client';
import type { Amending } from './amending.ts';

/** What the stores hold: the record of the wire and what we know about it ourselves. */
export interface QuoteRow {
  quote: Quote;
  receivedAt: number;
  /** The feed's connection was lost after this price came in. */
  fromBefore: boolean;
}

export interface OrderRow {
  key: string;
  order: OrderState;
  /** When it was entered, in milliseconds since 1970. */
  enteredAt: number;
  /** When this page last saw it change; null for what the first load brought. */
  changedAt: number | null;
  /** A cancel was sent and its effect is not known yet. */
  cancelling: boolean;
  /** What was asked of it last, until its state tells of it. */
  amending?: Amending;
}

export interface PositionRow {
  key: string;
  valuation: PositionValuation;
}

export type Instruments = ReadonlyMap<string, Instrument>;

export function orderKey(order: { account: string; clientOrderId: string }): string {
  return `${order.account}/${order.clientOrderId}`;
}

export function positionKey(valuation: { account: string; instrument: string }): string {
  return `${valuation.account}/${valuation.instrument}`;
}

const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7/;

/** An order id is a UUIDv7 and carries the time it was made; other ids leave the time of the first state seen. */
export function enteredAt(order: OrderState): number {
  const match = UUID_V7.exec(order.orderId);
  return match ? Number.parseInt(`${match[1]}${match[2]}`, 16) : Date.parse(order.at);
}

const OPEN_STATUSES = new Set([
  'PENDING_NEW',
  'NEW',
  'PARTIALLY_FILLED',
  'PENDING_CANCEL',
  'PENDING_REPLACE',
]);

export function isOpen(order: OrderState): boolean {
  return OPEN_STATUSES.has(order.status);
}
