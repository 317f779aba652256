import type { Instrument } from '@ringside/client';
import type { Instruments, QuoteRow } from '../../data/rows.ts';

/** By symbol, those that ever had a price before those that had none. */
export function pricedFirst(instruments: Instruments, quotes: readonly QuoteRow[]): Instrument[] {
  const priced = new Set(quotes.map(row => row.quote.instrument));
  const rank = (instrument: Instrument) => (priced.has(instrument.id) ? 0 : 1);
  return [...instruments.values()].sort((a, b) => rank(a) - rank(b) || a.symbol.localeCompare(b.symbol));
}
