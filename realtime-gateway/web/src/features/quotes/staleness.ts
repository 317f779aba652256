import type { QuoteRow } from '../../data/rows.ts';

/** market-data repeats every quote each second; silence for this long means that the price is no longer known. */
export const QUOTE_STALE_AFTER_MS = 5_000;

/** Told by the feed, seen by its silence, or left over from a lost connection. */
export function isStale(row: QuoteRow, now: number): boolean {
  return row.quote.stale || row.fromBefore || now - row.receivedAt > QUOTE_STALE_AFTER_MS;
}

/** Age of the price itself, for a quote that is stale. */
export function quoteAgeMs(row: QuoteRow, now: number): number {
  return now - (row.quote.stale ? Date.parse(row.quote.sourceAt) : row.receivedAt);
}
