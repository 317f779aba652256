import type { ConnectionState, Counterparty, SystemNotification, Traffic } from '@ringside/client';
import type { AlertNews } from './alerts.ts';
import type { Inquiry } from './inquiry.ts';
import type { MassCancel } from './mass-cancel.ts';
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

/** Who can be asked for a price, by user. */
export type Counterparties = ReadonlyMap<string, Counterparty>;

export interface Toast {
  id: number;
  news: News | AlertNews | { kind: 'problem'; title: string; text: string };
}

/** What was told, kept to be read later. */
export interface KeptNotice extends Toast {
  at: number;
  read: boolean;
}

/** Notices on the screen at once. */
const TOASTS_MAX = 4;

/** Good news goes by itself; bad news stays until a person puts it away. */
export function isBadNews({ news }: Toast): boolean {
  switch (news.kind) {
    case 'refused':
    case 'rfq-refused':
    case 'problem':
      return true;
    case 'ended':
      return news.order.status === 'REJECTED';
    default:
      return false;
  }
}

/** Adds a notice, or renews the one about the same thing. When there are too many, good news gives way first. */
export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  const same = toasts.find(shown => isAboutTheSame(shown.news, toast.news) && !isBadNews(toast));
  if (same) return toasts.map(shown => (shown === same ? { ...toast, id: same.id } : shown));
  const all = [...toasts, toast];
  if (all.length <= TOASTS_MAX) return all;
  const leaving = all.find(shown => !isBadNews(shown)) ?? all[0];
  return all.filter(shown => shown !== leaving);
}

function isAboutTheSame(shown: Toast['news'], news: Toast['news']): boolean {
  if ('view' in shown && 'view' in news) return shown.view.rfqId === news.view.rfqId;
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
  /** The requests for quotes, which are read apart from orders and positions. */
  requests: Snapshot;
  counterparties: Counterparties;
  inquiry: Inquiry | null;
  /** The last command for many orders. */
  massCancel: MassCancel | null;
  toasts: readonly Toast[];
  /** The newest first. */
  notices: readonly KeptNotice[];
  /** What operators tell everybody, the earliest first. */
  system: readonly SystemNotification[];
  traffic: Traffic;
  /** Null until it was measured. */
  messagesPerSecond: number | null;
  lastMessageAt: number | null;
}

export function initialState(now: number): FloorState {
  return {
    connection: { kind: 'connecting' },
    connectionSince: now,
    snapshot: { kind: 'loading' },
    older: { kind: 'unknown' },
    instruments: new Map(),
    submission: null,
    requests: { kind: 'loading' },
    counterparties: new Map(),
    inquiry: null,
    massCancel: null,
    toasts: [],
    notices: [],
    system: [],
    traffic: { messages: 0, unreadable: 0, gaps: 0 },
    messagesPerSecond: null,
    lastMessageAt: null,
  };
}
