import type { Surroundings } from './surroundings.ts';

/** Where a connection stands. */
export type ConnectionState =
  | { kind: 'connecting' }
  | { kind: 'live'; session: string; roundTripMs: number | null }
  | { kind: 'reconnecting'; attempt: number; nextAt: number; reason: string }
  /** The machine itself has no network; we go on trying nevertheless. */
  | { kind: 'offline'; attempt: number; nextAt: number }
  | { kind: 'signed-out'; reason: string }
  /** The gateway told us not to come back. */
  | { kind: 'stopped'; code: number; reason: string }
  | { kind: 'closed' };

/** What a source of tickets may answer: `signed-out` is final, `unavailable` is tried again. */
export type Ticket = { kind: 'ticket'; ticket: string } | { kind: 'signed-out' } | { kind: 'unavailable' };

export interface Traffic {
  messages: number;
  unreadable: number;
  gaps: number;
}

export interface ConnectOptions {
  /** Address of the socket, `wss://host/ws`. */
  url: string;
  /** Name and version of the program, for the operators. */
  client: string;
  ticket(): Promise<Ticket>;
  onState?(state: ConnectionState): void;
  /** Without them, those of the machine. */
  surroundings?: Surroundings;
}
