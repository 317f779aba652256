import type { AlertState, Session } from '@ringside/client';

interface Page {
  alerts: AlertState[];
  nextCursor?: string;
}

/** Alerts in one answer, and answers that one reading takes: more than anybody reads. */
const PAGE_ALERTS = 500;
const PAGES_MAX = 10;

/** What waits to be acknowledged. */
export async function readWaiting(session: Pick<Session, 'call'>): Promise<AlertState[]> {
  const read: AlertState[] = [];
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page++) {
    const path = `/api/alerts?acknowledged=false&limit=${PAGE_ALERTS}${cursor}`;
    const { alerts, nextCursor } = await session.call<Page>('GET', path);
    read.push(...alerts);
    if (nextCursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
  }
  return read;
}

/** The list with this alert in its place, the newest first; the very list if it holds it as new or newer. */
export function withAlert(open: readonly AlertState[], alert: AlertState): readonly AlertState[] {
  const known = open.find(each => each.alertId === alert.alertId);
  if (known && known.version >= alert.version) return open;
  return [...open.filter(each => each !== known), alert].sort(newestFirst);
}

export function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...ids].filter(id => !gone.includes(id)));
}

function newestFirst(a: AlertState, b: AlertState): number {
  return Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.alertId < b.alertId ? 1 : -1);
}
