import type { Instrument, Price, Quantity, RfqView } from '@ringside/client';
import { priceText, quantityText } from '../../data/format.ts';
import { ownAnswer, type RfqAnswer } from '../../data/rfq-rows.ts';
import type { Instruments } from '../../data/rows.ts';
import type { Counterparties } from '../../data/state.ts';

/** `5 lots CA`, `2.5 XMR/USD`: the unit is left out where the symbol begins with it. */
export function amountText(quantity: Quantity, instrument: Instrument | undefined, id: string): string {
  const amount = quantityText(quantity);
  if (!instrument) return `${amount} ${id}`;
  const { symbol, quantityUnit } = instrument;
  return symbol.startsWith(quantityUnit) ? `${amount} ${symbol}` : `${amount} ${quantityUnit} ${symbol}`;
}

export function amountOf({ quantity, instrument }: RfqView, instruments: Instruments): string {
  return amountText(quantity, instruments.get(instrument), instrument);
}

/** A price of a request with the decimals of its instrument. */
export function priceOf(price: Price, { instrument }: RfqView, instruments: Instruments): string {
  return priceText(price, instruments.get(instrument)?.priceTick ?? price);
}

/** The firm's name; as the wire calls it while the names are not known. */
export function firmName(user: string, firm: string, counterparties: Counterparties): string {
  const known = counterparties.get(user);
  if (known) return known.firmName;
  for (const other of counterparties.values()) if (other.firm === firm) return other.firmName;
  return firm;
}

export function personName(user: string, counterparties: Counterparties): string {
  return counterparties.get(user)?.name ?? user;
}

export function dealerName({ user, firm }: RfqAnswer, counterparties: Counterparties): string {
  return firmName(user, firm, counterparties);
}

export function askerName({ requester, requesterFirm }: RfqView, counterparties: Counterparties): string {
  return firmName(requester, requesterFirm, counterparties);
}

/** What the reader does if it comes to a trade. */
export function ownSide({ role, side }: RfqView): 'BUY' | 'SELL' {
  if (role === 'REQUESTER') return side;
  return side === 'BUY' ? 'SELL' : 'BUY';
}

/** The answer that the reader traded on. */
export function tradedAnswer(view: RfqView): RfqAnswer | undefined {
  return view.quotes.find(answer => answer.status === 'TRADED');
}

const DID = { BUY: 'bought', SELL: 'sold' } as const;
const WITH = { BUY: 'from', SELL: 'to' } as const;

/** What the reader did, with whom and at which price; null when he did not trade. */
export function tradeText(
  view: RfqView,
  instruments: Instruments,
  counterparties: Counterparties,
): string | null {
  const traded = tradedAnswer(view);
  if (!view.executionId || !traded?.price) return null;
  const side = ownSide(view);
  const other =
    view.role === 'REQUESTER' ? dealerName(traded, counterparties) : askerName(view, counterparties);
  const price = priceOf(traded.price, view, instruments);
  return `You ${DID[side]} ${amountOf(view, instruments)} ${WITH[side]} ${other} at ${price}.`;
}

/** How it ended for the reader: a word, and why. */
export function endOf(
  view: RfqView,
  instruments: Instruments,
  counterparties: Counterparties,
): { word: string; text: string } {
  const trade = tradeText(view, instruments, counterparties);
  if (trade !== null) return { word: 'Traded', text: trade };
  const own = ownAnswer(view);
  if (own?.status === 'PASSED') return { word: 'Passed', text: 'You gave no price.' };
  if (view.status === 'TRADED') return { word: 'Done away', text: 'Somebody else was traded with.' };
  if (view.status === 'CANCELLED') {
    const who = own ? askerName(view, counterparties) : 'You';
    return { word: 'Cancelled', text: `${who} took the request back.` };
  }
  if (own) return { word: 'Expired', text: own.price ? 'Your price was not taken.' : 'You gave no price.' };
  const priced = view.quotes.some(answer => answer.price);
  return { word: 'Expired', text: priced ? 'You took no price.' : 'Nobody gave a price.' };
}
