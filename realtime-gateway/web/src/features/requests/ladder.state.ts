import type { Price, Quote, RfqView, Side } from '@ringside/client';
import { compare, subtract } from '../../data/decimal.ts';
import { priceText } from '../../data/format.ts';
import type { RfqAnswer } from '../../data/rfq-rows.ts';

export interface Rung {
  answer: RfqAnswer;
  /** The best of several prices. */
  best: boolean;
}

const RANKS: Partial<Record<RfqAnswer['status'], number>> = { TRADED: 0, ACTIVE: 1, REQUESTED: 2 };
const LAST_RANK = 3;

/** Answers with the best price for the requester on top. `before` keeps the places that they have under a pointer. */
export function ladder(view: RfqView, before: readonly string[] | null): Rung[] {
  const prices = view.quotes.filter(answer => answer.status === 'ACTIVE');
  const sorted = [...view.quotes].sort((a, b) => rank(a) - rank(b) || better(view.side, a, b));
  const best = prices.length > 1 ? sorted.find(answer => answer.status === 'ACTIVE') : undefined;
  const place = new Map(before?.map((user, at) => [user, at]));
  const end = place.size;
  const placed = before
    ? sorted.toSorted((a, b) => (place.get(a.user) ?? end) - (place.get(b.user) ?? end))
    : sorted;
  return placed.map(answer => ({ answer, best: answer === best }));
}

function rank({ status }: RfqAnswer): number {
  return RANKS[status] ?? LAST_RANK;
}

function better(side: Side, a: RfqAnswer, b: RfqAnswer): number {
  if (!a.price || !b.price) return 0;
  return compare(a.price, b.price) * (side === 'BUY' ? 1 : -1);
}

/** A price beside that of the market for whoever does `side`: what he would pay or get there. */
export function againstMarket(
  price: Price,
  side: Side,
  { bid, ask }: Partial<Pick<Quote, 'bid' | 'ask'>>,
  tick: Price,
): { tone: 'up' | 'down' | 'flat'; text: string; name: string } | null {
  const touch = side === 'BUY' ? ask : bid;
  if (!touch) return null;
  const name = side === 'BUY' ? 'offer' : 'bid';
  const gain = side === 'BUY' ? subtract(touch, price) : subtract(price, touch);
  const sign = compare(gain, subtract(tick, tick));
  if (sign === 0) return { tone: 'flat', text: `at the ${name}`, name };
  const distance = priceText(gain.replace('-', '') as Price, tick);
  return sign > 0
    ? { tone: 'up', text: `${distance} better`, name }
    : { tone: 'down', text: `${distance} worse`, name };
}
