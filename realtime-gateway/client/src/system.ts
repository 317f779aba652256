import type { Connection } from './connection.ts';
import type { Push } from './protocol.ts';

/** PROTOCOL.md §7: what operators tell everybody. */
export type SystemSeverity = 'INFO' | 'WARNING' | 'CRITICAL';

export interface SystemNotification {
  notificationId: string;
  severity: SystemSeverity;
  /** One line for people. */
  text: string;
  from: string;
  /** Without one it holds until it is withdrawn. */
  until?: string;
  version: number;
  at: string;
}

/** A notification that was told no longer holds. */
export interface SystemNotificationEnded {
  notificationId: string;
  reason: 'WITHDRAWN' | 'OVER';
  at: string;
}

export const SYSTEM_CHANNEL = 'system';

/**
 * Tells what holds, the whole of it after each change, the earliest first, until the answer is called. While there is
 * no connection the last word counts. An older server that knows nothing of it tells nothing.
 */
export function followSystem(
  connection: Pick<Connection, 'subscribe'>,
  changed: (holding: SystemNotification[]) => void,
): () => void {
  let holding: SystemNotification[] = [];
  return connection.subscribe(SYSTEM_CHANNEL, {
    optional: true,
    push: push => {
      const next = after(holding, push);
      if (next === null) return;
      holding = next;
      changed(holding);
    },
  });
}

/** A push of a kind that is not known here is for a newer client. */
function after(holding: SystemNotification[], { type, data }: Push): SystemNotification[] | null {
  switch (type) {
    case 'system.list':
      return (data as { notifications: SystemNotification[] }).notifications;
    case 'system.notification': {
      const begun = data as SystemNotification;
      return [...without(holding, begun.notificationId), begun].sort(byTime);
    }
    case 'system.ended':
      return without(holding, (data as SystemNotificationEnded).notificationId);
    default:
      return null;
  }
}

function without(holding: SystemNotification[], id: string): SystemNotification[] {
  return holding.filter(each => each.notificationId !== id);
}

function byTime(a: SystemNotification, b: SystemNotification): number {
  return Date.parse(a.from) - Date.parse(b.from);
}
