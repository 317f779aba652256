import type { Surroundings } from './surroundings.ts';
import type { Transport } from './transport.ts';

/** Where a connection stands. */
export type ConnectionState =
  | { kind: 'connecting' }
  | {
      kind: 'live';
      session: string;
      transport: Transport;
      /** Whether the operators want it to be this transport; else it is what came through. */
      told: boolean;
      roundTripMs: number | null;
    }
  | { kind: 'reconnecting'; attempt: number; nextAt: number; reason: string }
  /** The machine itself has no network; we go on trying nevertheless. */
  | { kind: 'offline'; attempt: number; nextAt: number }
  | { kind: 'signed-out'; reason: string }
  /** The gateway told us not to come back. */
  | { kind: 'stopped'; code: number; reason: string }
  | { kind: 'closed' };

export interface GivenTicket {
  kind: 'ticket';
  ticket: string;
  /** Which one the operators want this user to take. */
  transport?: Transport;
}

/** What a source of tickets may answer: `signed-out` is final, `unavailable` is tried again. */
export type Ticket = GivenTicket | { kind: 'signed-out' } | { kind: 'unavailable' };

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
  /** What may carry the protocol, all three without it; which of them does is found out. */
  transports?: readonly Transport[];
  onState?(state: ConnectionState): void;
  /** Without them, those of the machine. */
  surroundings?: Surroundings;
}
