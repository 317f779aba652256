import type { ConnectionState, Traffic } from '@ringside/client';
import type { News } from './news.ts';
import type { Instruments } from './rows.ts';
import type { Submission } from './submission.ts';

/** The gateway's own name for itself, known before anybody signs in. */
export interface Environment {
  name: string;
  version: string;
  passwordHint?: string;
}

/** What is read by HTTP after each connection. */
export type Snapshot =
  | { kind: 'loading' }
  | { kind: 'ready'; at: number }
  | { kind: 'failed'; reason: string; at: number };

/** What lies beyond the oldest order on the screen. */
export type Older =
  | { kind: 'unknown' }
  | { kind: 'more' }
  | { kind: 'reading' }
  | { kind: 'failed'; reason: string }
  | { kind: 'none' }
  /** There are more than this page holds. */
  | { kind: 'full' };

export interface Toast {
  id: number;
  news: News | { kind: 'problem'; title: string; text: string };
}

/** Notices on the screen at once. */
const TOASTS_MAX = 4;

/** Good news goes by itself; bad news stays until a person puts it away. */
export function isBadNews({ news }: Toast): boolean {
  switch (news.kind) {
    case 'refused':
    case 'problem':
      return true;
    case 'ended':
      return news.order.status === 'REJECTED';
    default:
      return false;
  }
}

/** Adds a notice, or renews the one about the same order. When there are too many, good news gives way first. */
export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  const same = toasts.find(shown => isAboutSameOrder(shown.news, toast.news) && !isBadNews(toast));
  if (same) return toasts.map(shown => (shown === same ? { ...toast, id: same.id } : shown));
  const all = [...toasts, toast];
  if (all.length <= TOASTS_MAX) return all;
  const leaving = all.find(shown => !isBadNews(shown)) ?? all[0];
  return all.filter(shown => shown !== leaving);
}

function isAboutSameOrder(shown: Toast['news'], news: Toast['news']): boolean {
  return 'order' in shown && 'order' in news && shown.order.orderId === news.order.orderId;
}

export interface FloorState {
  connection: ConnectionState;
  /** When the present or last connection was lost or won. */
  connectionSince: number;
  snapshot: Snapshot;
  older: Older;
  instruments: Instruments;
  submission: Submission | null;
  toasts: readonly Toast[];
  traffic: Traffic;
  /** Null until it was measured. */
  messagesPerSecond: number | null;
  lastMessageAt: number | null;
}
