import type { Price, Quantity, Side } from './records.ts';

/** Requests for quotes: what a trader asks, answers and is told. PROTOCOL.md §3 tells their story. */
export const RFQ_LIFE_SECONDS_MIN = 5;
export const RFQ_LIFE_SECONDS_MAX = 1_800;
export const RFQ_COUNTERPARTIES_MAX = 100;

export type RfqRole = 'REQUESTER' | 'COUNTERPARTY';
export type RfqStatus = 'OPEN' | 'TRADED' | 'CANCELLED' | 'EXPIRED';

/** Where one counterparty's answer stands; the first two may still change. */
export type QuoteStatus =
  | 'REQUESTED'
  | 'ACTIVE'
  | 'PASSED'
  | 'TRADED'
  | 'DONE_AWAY'
  | 'CANCELLED'
  | 'EXPIRED';

/** Asks for prices. */
export interface RequestQuotes {
  /** 1 to 36 letters, digits, hyphens, underscores; unique for ever within the account. */
  clientRfqId: string;
  account: string;
  instrument: string;
  /** What the sender wants to do. */
  side: Side;
  quantity: Quantity;
  /** Users who are asked; absent or empty asks everybody who trades for another firm. */
  counterparties?: string[];
  lifeSeconds: number;
}

/** A firm price for the whole quantity, or a new version of one's price. */
export interface SubmitQuote {
  clientQuoteId: string;
  rfqId: string;
  /** Trades if the quote is accepted. */
  account: string;
  instrument: string;
  /** What the sender would do: the opposite of what was asked for. */
  side: Side;
  quantity: Quantity;
  price: Price;
}

/** Trades on one version of one quote, and repeats the terms that its sender read. */
export interface AcceptQuote {
  clientResponseId: string;
  rfqId: string;
  account: string;
  quoteId: string;
  version: number;
  instrument: string;
  /** What the sender does: the side of the request. */
  side: Side;
  quantity: Quantity;
  price: Price;
}

/** Gives no price, or takes back the one that was given. */
export interface PassRfq {
  clientResponseId: string;
  rfqId: string;
  account: string;
}

/** Whoever asked wants no more prices. */
export interface CancelRfq {
  clientResponseId: string;
  rfqId: string;
  account: string;
}

/** One counterparty's answer. */
export interface RfqQuote {
  user: string;
  firm: string;
  status: QuoteStatus;
  /** Absent before its first price. */
  quoteId?: string;
  /** Of the price; 0 before the first. */
  version: number;
  /** Absent before the first, and for one that was taken back. */
  price?: Price;
}

/** A request as one of its parties may see it; of two views, the one with the higher version is the newer. */
export interface RfqView {
  rfqId: string;
  /** Told to the requester only. */
  clientRfqId?: string;
  role: RfqRole;
  /** The reader's own; absent for a counterparty that gave no price. */
  account?: string;
  requester: string;
  requesterFirm: string;
  instrument: string;
  /** What the requester wants to do, whoever reads it. */
  side: Side;
  quantity: Quantity;
  status: RfqStatus;
  /** Every answer for the requester, a counterparty's own for a counterparty. */
  quotes: RfqQuote[];
  /** The reader's side of the trade; absent when the reader did not trade. */
  executionId?: string;
  requestedAt: string;
  expiresAt: string;
  version: number;
  at: string;
}

/** A received command had no effect on the request that it names. */
export interface RfqRefused {
  rfqId: string;
  /** The refused command's own id: clientRfqId, clientQuoteId or clientResponseId. */
  commandId: string;
  account: string;
  user: string;
  reason: string;
  text: string;
  at: string;
}

/** Somebody who may be asked for a price. */
export interface Counterparty {
  user: string;
  name: string;
  firm: string;
  firmName: string;
}
