import type { CommandOutcome, Price, RfqView } from '@ringside/client';
import type { Delivery } from './submission.ts';

/** What a user can do about a request for quotes that is open. */
export type Verb = 'accept' | 'quote' | 'pass' | 'cancel';

/** One press of a button about a request, from the press until its effect is seen. */
export interface Deed {
  verb: Verb;
  commandId: string;
  /** Whose answer is accepted. */
  counterparty?: string;
  price?: Price;
  /** Of the user's own price before; a higher one shows that this one was taken. */
  versionBefore: number;
  fate: Delivery | { kind: 'done' };
}

/** While this holds nothing else is sent about the request: the outcome of the last press is not known yet. */
export function isPending(deed: Deed | null): boolean {
  if (deed === null) return false;
  const { kind } = deed.fate;
  return kind === 'sending' || kind === 'unknown' || kind === 'received';
}

export function deedAnswered(deed: Deed, outcome: CommandOutcome, now: number): Deed {
  // A notice was faster than the answer to the command, and says more.
  if (!isPending(deed)) return deed;
  switch (outcome.kind) {
    case 'received':
      return { ...deed, fate: { kind: 'received', at: now } };
    case 'refused':
      return {
        ...deed,
        fate: { kind: 'refused', code: outcome.refusal.code, text: outcome.refusal.message },
      };
    case 'unknown':
      return { ...deed, fate: { kind: 'unknown', asked: 0 } };
  }
}

export function deedUnanswered(deed: Deed, asked: number): Deed {
  return isPending(deed) ? { ...deed, fate: { kind: 'unknown', asked } } : deed;
}

export function deedRefused(deed: Deed, code: string, text: string): Deed {
  return { ...deed, fate: { kind: 'refused', code, text } };
}

/** A newer view may show the effect; whatever ends the request ends every deed about it. */
export function deedSeen(deed: Deed | null, view: RfqView): Deed | null {
  if (deed === null || !isPending(deed)) return deed;
  const seen = view.status !== 'OPEN' || showsEffect(deed, view);
  return seen ? { ...deed, fate: { kind: 'done' } } : deed;
}

function showsEffect(deed: Deed, view: RfqView): boolean {
  const own = view.role === 'COUNTERPARTY' ? view.quotes[0] : undefined;
  if (deed.verb === 'pass') return own?.status === 'PASSED';
  return deed.verb === 'quote' && own !== undefined && own.version > deed.versionBefore;
}
