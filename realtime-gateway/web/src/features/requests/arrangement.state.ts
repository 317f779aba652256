import { isLive, ownAnswer, type RfqRow } from '../../data/rfq-rows.ts';

/** Requests that have ended stay in sight, the latest of them; older ones are for the blotter. */
export const ENDED_SHOWN_MAX = 20;

/**
 * What waits for this user first: his own requests, whose prices wait to be taken, those that he has not answered,
 * those that he has; among equals what ends soonest. Then what has ended, the latest on top.
 */
export function arranged(rows: readonly RfqRow[]): RfqRow[] {
  const open = rows.filter(row => isLive(row.view));
  const ended = rows.filter(row => !isLive(row.view));
  open.sort(
    (a, b) => rank(a) - rank(b) || byText(a.view.expiresAt, b.view.expiresAt) || byText(a.key, b.key),
  );
  ended.sort((a, b) => byText(b.view.at, a.view.at) || byText(a.key, b.key));
  return [...open, ...ended.slice(0, ENDED_SHOWN_MAX)];
}

function rank({ view }: RfqRow): number {
  const own = ownAnswer(view);
  if (!own) return 0;
  return own.status === 'REQUESTED' ? 1 : own.status === 'ACTIVE' ? 2 : 3;
}

/**
 * The same while somebody points at them: nothing leaves its place under a pointer, and a new request, whose time runs,
 * is shown at once, below the open ones.
 */
export function arrangedStill(before: readonly string[], rows: readonly RfqRow[]): RfqRow[] {
  const byKey = new Map(rows.map(row => [row.key, row]));
  const kept = before.flatMap(key => byKey.get(key) ?? []);
  const placed = new Set(before);
  const fresh = arranged(rows).filter(row => isLive(row.view) && !placed.has(row.key));
  const place = kept.findLastIndex(row => isLive(row.view)) + 1;
  return [...kept.slice(0, place), ...fresh, ...kept.slice(place)];
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
