import type { Price, Quantity, Side } from './records.ts';

/** What a line of the activity feed is about. */
export type ActivityKind = 'ORDER' | 'RFQ_SENT' | 'RFQ_RECEIVED' | 'TRANSACTION';

/** One line of the activity feed, as its reader may see it; of two, the one with the higher version is the newer. */
export interface ActivityEntry {
  kind: ActivityKind;
  /** Of the order, the request or the execution; with the kind it names the line. */
  id: string;
  /** The order or the request that a transaction came from; of everything else its own id. */
  origin: string;
  account?: string;
  /** The log's time of the last change. */
  at: string;
  instrument: string;
  /** What the reader does. */
  side: Side;
  quantity: Quantity;
  price?: Price;
  /** Firm on the other side; absent where a venue stands between and where several were asked. */
  counterparty?: string;
  /** Of a request sent. */
  firmsAsked?: number;
  /** `OrderStatus`, `RfqStatus`, `QuoteStatus`, as the kind has it; `TRADED` of a transaction. */
  status: string;
  tenor?: string;
  promptDate?: string;
  version: number;
}
