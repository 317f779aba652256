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
