import type { ActivityKind } from '@ringside/client';

/** A table of the feed, and what it is about. */
export interface View {
  /** Under which it is remembered. */
  name: 'activity' | 'rfqs' | 'transactions';
  title: string;
  /** All of them where none is named. */
  kinds: readonly ActivityKind[];
  /** What one row and some rows are. */
  thing: string;
  things: string;
  /** Where there is none. */
  nothing: string;
}

export const ALL: View = {
  name: 'activity',
  title: 'All activity',
  kinds: [],
  thing: 'entry',
  things: 'entries',
  nothing: 'Nothing has happened yet.',
};
export const RFQS: View = {
  name: 'rfqs',
  title: 'RFQs',
  kinds: ['RFQ_SENT', 'RFQ_RECEIVED'],
  thing: 'request',
  things: 'requests',
  nothing: 'You have neither sent nor received a request for quotes yet.',
};
export const TRANSACTIONS: View = {
  name: 'transactions',
  title: 'Transactions',
  kinds: ['TRANSACTION'],
  thing: 'transaction',
  things: 'transactions',
  nothing: 'You have not traded yet.',
};
