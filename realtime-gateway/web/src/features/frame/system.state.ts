import type { SystemNotification } from '@ringside/client';
import { momentText, stampText, type Zone, zoneName } from '../../data/format.ts';

/** As many as are remembered as put away: more than operators tell at once. */
const DISMISSED_MAX = 50;

const GRAVITY = { CRITICAL: 0, WARNING: 1, INFO: 2 };

/** What is shown of what operators tell: the gravest that was not put away, the earliest first; and how many wait. */
export function systemShown(
  system: readonly SystemNotification[],
  dismissed: readonly string[],
  now: number,
): { shown: SystemNotification; more: number } | null {
  const open = system
    .filter(each => !dismissed.includes(each.notificationId))
    // Without a connection nobody tells that it is over.
    .filter(each => each.until === undefined || Date.parse(each.until) > now)
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
  return open[0] ? { shown: open[0], more: open.length - 1 } : null;
}

/** The oldest of those put away is forgotten first. */
export function withDismissed(dismissed: readonly string[], id: string): readonly string[] {
  return [...dismissed, id].slice(-DISMISSED_MAX);
}

/** Until when it holds, in the reader's clock. */
export function untilText({ until }: SystemNotification, now: number, zone: Zone): string | null {
  if (until === undefined) return null;
  const end = Date.parse(until);
  const stamp = stampText(end, now, zone);
  return `until ${stamp.includes(' ') ? momentText(end, zone) : `${stamp} ${zoneName(zone)}`}`;
}
