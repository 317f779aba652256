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

export interface Toast {
  id: number;
  news: News | { kind: 'problem'; title: string; text: string };
}

const TOASTS_MAX = 5;

export function withToast(toasts: readonly Toast[], toast: Toast): readonly Toast[] {
  return [...toasts.filter(shown => !isSupersededBy(shown.news, toast.news)), toast].slice(-TOASTS_MAX);
}

/** Of many fills of one order the last one tells all. */
function isSupersededBy(shown: Toast['news'], news: Toast['news']): boolean {
  if (!('order' in shown) || !('order' in news)) return false;
  return shown.order.orderId === news.order.orderId;
}

export interface FloorState {
  connection: ConnectionState;
  /** When the present or last connection was lost or won. */
  connectionSince: number;
  snapshot: Snapshot;
  instruments: Instruments;
  submission: Submission | null;
  toasts: readonly Toast[];
  traffic: Traffic;
  messagesPerSecond: number;
  lastMessageAt: number | null;
}
