import type { Command } from './command.ts';
import type { Received } from './records.ts';

/** The messages of PROTOCOL.md §2. */
export const SUBPROTOCOL = 'ringside.v1';

/** Where a client stands in a replayable channel. */
export interface Position {
  epoch: string;
  sequence: number;
}

export type Request =
  | {
      connect: {
        ticket: string;
        client: string;
        channels: string[];
        positions: Record<string, Position>;
      };
    }
  | { subscribe: { channels: string[]; positions?: Record<string, Position> } }
  | { unsubscribe: { channels: string[] } }
  | { command: Command }
  | { resync: { channel: string; position: Position | null } }
  | { refresh: { ticket: string } }
  | { presence: { idleSeconds: number } }
  | { ping: Record<string, never> };

export type Subscribed =
  | { mode: 'live'; position?: Position }
  | { mode: 'replay'; position: Position; count: number }
  | {
      mode: 'gap';
      position: Position;
      count: number;
      firstAvailable: number;
      reason: 'evicted' | 'epoch' | 'first';
    };

export interface Connected {
  /** The version that both sides speak; an older server does not say it. */
  protocol?: string;
  session: string;
  /** Which gateway serves the socket. */
  node: string;
  user: string;
  serverTime: string;
  expiresAt: string;
  pingSeconds: number;
  heartbeatSeconds: number;
  channels: Record<string, Subscribed>;
}

export interface Result {
  connected?: Connected;
  subscribed?: Record<string, Subscribed>;
  unsubscribed?: string[];
  received?: Received;
  /** `ended`: channels that the user's rights no longer cover. */
  refreshed?: { expiresAt: string; ended?: string[] };
  noted?: { at: string };
  pong?: { serverTime: string };
}

export interface Refusal {
  code: string;
  message: string;
  temporary: boolean;
  field?: string;
  retryAfterMs?: number;
}

export interface Push {
  channel: string;
  type: string;
  sequence?: number;
  previous?: number;
  data: unknown;
}

export interface Disconnect {
  code: number;
  reason: string;
  reconnect: boolean;
  retryAfterMs?: number;
  jitterMs?: number;
}

export type ServerMessage =
  | { kind: 'result'; id: number; result: Result }
  | { kind: 'error'; id: number; error: Refusal }
  | { kind: 'push'; push: Push }
  | { kind: 'heartbeat'; serverTime: string }
  /** The session ends soon: the renewal is under way by then, or fails and is tried again. */
  | { kind: 'refresh-required' }
  | { kind: 'disconnect'; disconnect: Disconnect }
  | { kind: 'unreadable' };

const UNREADABLE: ServerMessage = { kind: 'unreadable' };

/** A message of the server, as text or parsed. Unknown fields are ignored, and so is a message that is none of ours. */
export function decode(frame: unknown): ServerMessage {
  const message = parse(frame);
  if (message === null) return UNREADABLE;
  if (isRecord(message.push)) {
    const push = message.push;
    return typeof push.channel === 'string' && typeof push.type === 'string'
      ? { kind: 'push', push: push as unknown as Push }
      : UNREADABLE;
  }
  if (typeof message.id === 'number') return decodeReply(message.id, message);
  if (isRecord(message.heartbeat)) {
    return { kind: 'heartbeat', serverTime: String(message.heartbeat.serverTime) };
  }
  if (isRecord(message.refreshRequired)) return { kind: 'refresh-required' };
  if (isRecord(message.disconnect)) {
    return { kind: 'disconnect', disconnect: message.disconnect as unknown as Disconnect };
  }
  return UNREADABLE;
}

function decodeReply(id: number, message: Record<string, unknown>): ServerMessage {
  if (isRecord(message.error)) {
    return { kind: 'error', id, error: message.error as unknown as Refusal };
  }
  return isRecord(message.result) ? { kind: 'result', id, result: message.result } : UNREADABLE;
}

function parse(frame: unknown): Record<string, unknown> | null {
  if (typeof frame !== 'string') return isRecord(frame) ? frame : null;
  try {
    const value: unknown = JSON.parse(frame);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
