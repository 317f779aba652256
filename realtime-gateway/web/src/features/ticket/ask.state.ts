import type { ConnectionState, Counterparty, Instrument, RequestQuotes } from '@ringside/client';
import type { Counterparties } from '../../data/state.ts';
import { amountText } from '../requests/words.ts';
import { checkQuantity } from './checks.ts';
import type { Draft } from './ticket.state.ts';

/** Whom a request for quotes asks, and for how long. */
export interface AskTerms {
  everybody: boolean;
  /** Users who are chosen; kept while everybody is asked. */
  counterparties: readonly string[];
  lifeSeconds: number;
}

export const LIFE_SECONDS = 120;
export const LIVES: readonly (readonly [string, string])[] = [
  ['30', '30 s'],
  ['120', '2 min'],
  ['300', '5 min'],
  ['900', '15 min'],
];
const LIFE_WORDS: Record<number, string> = {
  30: '30 seconds',
  120: '2 minutes',
  300: '5 minutes',
  900: '15 minutes',
};

export type Ask = Omit<RequestQuotes, 'clientRfqId'>;

/** Whether the request can be sent, and what the button says. The floor decides in the end. */
export type AskView =
  | { kind: 'incomplete'; action: string; faults: { quantity?: string; counterparties?: string } }
  | { kind: 'blocked'; action: string; reason: string }
  | { kind: 'ready'; action: string; preview: string; ask: Ask };

export interface Around {
  instrument: Instrument | undefined;
  connection: ConnectionState;
  counterparties: Counterparties;
  /** The last request has no outcome yet. */
  asking: boolean;
}

export function askView(draft: Draft, terms: AskTerms, around: Around): AskView {
  const { instrument, counterparties } = around;
  if (!instrument) return { kind: 'incomplete', action: 'Choose an instrument', faults: {} };
  const quantity = checkQuantity(draft.quantity, instrument);
  if (quantity.value === null) {
    const faults = quantity.fault ? { quantity: quantity.fault } : {};
    return { kind: 'incomplete', action: 'Enter a quantity', faults };
  }
  // Somebody who was chosen may have left since.
  const chosen = terms.counterparties.filter(user => counterparties.has(user));
  if (!terms.everybody && chosen.length === 0) {
    const faults = { counterparties: 'Nobody is chosen.' };
    return { kind: 'incomplete', action: 'Choose whom to ask', faults };
  }
  const { account, side } = draft;
  const asked = terms.everybody ? [] : chosen;
  const ask: Ask = {
    account,
    instrument: instrument.id,
    side,
    quantity: quantity.value,
    counterparties: asked,
    lifeSeconds: terms.lifeSeconds,
  };
  const amount = amountText(quantity.value, instrument, instrument.id);
  const action = `Ask to ${side === 'BUY' ? 'buy' : 'sell'} ${amount}`;
  const reason = blockOf(around);
  if (reason !== null) return { kind: 'blocked', action, reason };
  return { kind: 'ready', action, ask, preview: previewOf(ask, amount, counterparties) };
}

function blockOf({ connection, asking, instrument }: Around): string | null {
  if (connection.kind !== 'live') return 'Not connected: nobody can be asked, and nothing is kept for later.';
  if (asking) return 'Your last request is still on its way.';
  return instrument?.status === 'OPEN' ? null : `${instrument?.symbol} is halted.`;
}

function previewOf(
  { side, lifeSeconds, counterparties = [] }: Ask,
  amount: string,
  known: Counterparties,
): string {
  const who = whoOf(counterparties, known);
  const what = side === 'BUY' ? `to sell you ${amount}` : `to buy ${amount} from you`;
  return `Ask ${who} ${what}, open for ${LIFE_WORDS[lifeSeconds] ?? `${lifeSeconds} seconds`}.`;
}

function whoOf(counterparties: readonly string[], known: Counterparties): string {
  if (counterparties.length === 0) return known.size > 1 ? `all ${known.size} counterparties` : 'everybody';
  const [only] = counterparties;
  const one: Counterparty | undefined = only && counterparties.length === 1 ? known.get(only) : undefined;
  return one ? `${one.name} of ${one.firmName}` : `${counterparties.length} counterparties`;
}
