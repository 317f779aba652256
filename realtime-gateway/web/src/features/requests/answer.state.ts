import type { ConnectionState, Instrument, Price, Quote, RfqView } from '@ringside/client';
import { compare, signOf, subtract } from '../../data/decimal.ts';
import { priceText } from '../../data/format.ts';
import { ownAnswer } from '../../data/rfq-rows.ts';
import { checkPrice } from '../ticket/checks.ts';
import { ownSide } from './words.ts';

/** Whether the price that was typed can be given, and what the button says. */
export type AnswerForm =
  | { kind: 'incomplete'; action: string; fault: string | null }
  | { kind: 'blocked'; action: string; reason: string }
  /** It is what stands already. */
  | { kind: 'standing'; action: string }
  | { kind: 'ready'; action: string; price: Price };

export interface Now {
  connection: ConnectionState;
  /** By the server's clock. */
  now: number;
}

/** Why nothing can be done about a request at the moment. What is under way says so itself. */
export function blockOf(view: RfqView, { connection, now }: Now): string | null {
  if (connection.kind !== 'live') return 'Not connected: nothing can be sent, and nothing is kept for later.';
  if (Date.parse(view.expiresAt) <= now) return 'Time is up. The floor is about to tell how it ended.';
  return null;
}

export function answerForm(
  text: string,
  view: RfqView,
  instrument: Instrument | undefined,
  now: Now,
): AnswerForm {
  if (!instrument)
    return { kind: 'blocked', action: 'Quote', reason: 'This instrument is not listed for you.' };
  const { value: price, fault } = checkPrice(text, instrument);
  if (price === null) return { kind: 'incomplete', action: 'Enter a price', fault: fault ?? null };
  const own = ownAnswer(view);
  const told = priceText(price, instrument.priceTick);
  const standing = own?.status === 'ACTIVE' ? own.price : undefined;
  const action = standing ? `Update to ${told}` : `Quote ${told}`;
  const reason = blockOf(view, now);
  if (reason !== null) return { kind: 'blocked', action, reason };
  if (standing && compare(standing, price) === 0) {
    return { kind: 'standing', action: `${told} stands` };
  }
  return { kind: 'ready', action, price };
}

/** Where the answer starts: at the side of the market where the reader would wait himself. */
export function touchFor(view: RfqView, quote: Quote | undefined): Price | undefined {
  return ownSide(view) === 'SELL' ? quote?.ask : quote?.bid;
}

/** How the price that was typed stands to the market, for whoever gives it. */
export function besideMarket(
  price: Price,
  view: RfqView,
  { bid, ask }: Partial<Pick<Quote, 'bid' | 'ask'>>,
  tick: Price,
): { tone: 'quiet' | 'warning'; text: string } | null {
  const sells = ownSide(view) === 'SELL';
  const [near, far] = sells ? [ask, bid] : [bid, ask];
  if (!near) return null;
  if (far && compare(price, far) * (sells ? 1 : -1) <= 0) {
    const name = sells ? 'bid' : 'offer';
    const given = subtract(sells ? far : price, sells ? price : far);
    const text = signOf(given) === 0 ? `at the ${name}` : `${priceText(given, tick)} through the ${name}`;
    return { tone: 'warning', text };
  }
  const name = sells ? 'offer' : 'bid';
  const distance = subtract(price, near);
  const sign = signOf(distance);
  if (sign === 0) return { tone: 'quiet', text: `at the ${name}` };
  const told = priceText(distance.replace('-', '') as Price, tick);
  return { tone: 'quiet', text: `${told} ${sign > 0 ? 'above' : 'below'} the ${name}` };
}
