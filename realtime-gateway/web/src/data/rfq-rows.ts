import type { RfqView } from '@ringside/client';
import { type Deed, deedSeen } from './deed.ts';

/** One counterparty's answer in a view of a request for quotes. */
export type RfqAnswer = RfqView['quotes'][number];

/** A request for quotes as the wire tells it to this user, and what this page knows about it itself. */
export interface RfqRow {
  key: string;
  view: RfqView;
  /** When this page last saw it change; null for what was read. */
  changedAt: number | null;
  /** When this page learnt the present price of an answer, by its user: a press right after was meant for another. */
  pricedAt: Readonly<Record<string, number>>;
  /** The last thing that this user did about it here. */
  deed: Deed | null;
}

export function isLive(view: RfqView): boolean {
  return view.status === 'OPEN';
}

/** What this user has answered; only a counterparty has an answer of its own. */
export function ownAnswer(view: RfqView): RfqAnswer | undefined {
  return view.role === 'COUNTERPARTY' ? view.quotes[0] : undefined;
}

/** Somebody waits for this user's price. */
export function isUnanswered(view: RfqView, now: number): boolean {
  return isLive(view) && ownAnswer(view)?.status === 'REQUESTED' && Date.parse(view.expiresAt) > now;
}

/** The version after a known one, its deed settled if this shows its effect. */
export function rfqRow(known: RfqRow | undefined, view: RfqView, changedAt: number | null): RfqRow {
  const pricedAt: Record<string, number> = {};
  for (const { user, price } of view.quotes) {
    const before = known?.view.quotes.find(answer => answer.user === user);
    const at = before?.price === price ? known?.pricedAt[user] : changedAt;
    if (price !== undefined && typeof at === 'number') pricedAt[user] = at;
  }
  return {
    key: view.rfqId,
    view,
    changedAt: changedAt ?? known?.changedAt ?? null,
    pricedAt,
    deed: deedSeen(known?.deed ?? null, view),
  };
}
