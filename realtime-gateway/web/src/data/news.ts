import type { CommandRefused, OrderState, Subscribed } from '@ringside/client';
import type { InboxEvent } from './feed-messages.ts';

/** What a person has to be told, apart from what the tables show. */
export type News =
  | { kind: 'filled'; order: OrderState }
  | { kind: 'ended'; order: OrderState }
  | { kind: 'refused'; refused: CommandRefused }
  /** Updates that came while the page was away, told once and together. */
  | { kind: 'missed'; updates: number; fills: number; ended: number; incomplete: boolean };

interface Replay {
  left: number;
  updates: number;
  fills: number;
  ended: number;
  incomplete: boolean;
  /** The first visit replays old notices that are news to nobody. */
  silent: boolean;
}

/** Tells what is new from what is repeated: each notice is told once, and a replay as one summary. */
export class Newsroom {
  #replay: Replay | null = null;
  #returning = true;

  /** A new connection: what it replays was missed while we were away. A gap that is filled in between was not. */
  cameBack(): void {
    this.#returning = true;
  }

  /** Whether the next notice is an old one. */
  get isReplaying(): boolean {
    return this.#replay !== null;
  }

  take(event: InboxEvent): News[] {
    if (event.kind === 'restored') return this.#restored(event.how);
    const replay = this.#replay;
    if (replay === null) return newsOf(event);
    replay.left -= 1;
    replay.updates += 1;
    if (event.kind === 'order') {
      if (event.order.lastExecutionId) replay.fills += 1;
      if (ENDINGS.has(event.order.status)) replay.ended += 1;
    }
    return replay.left > 0 ? [] : this.#summary(replay);
  }

  #restored(how: Subscribed): News[] {
    const returning = this.#returning;
    this.#returning = false;
    this.#replay = null;
    if (how.mode === 'live' || (how.mode === 'replay' && !returning)) return [];
    const silent = how.mode === 'gap' && how.reason === 'first';
    const incomplete = how.mode === 'gap';
    const replay = { left: how.count, updates: 0, fills: 0, ended: 0, incomplete, silent };
    if (how.count === 0) return incomplete ? this.#summary(replay) : [];
    this.#replay = replay;
    return [];
  }

  #summary({ updates, fills, ended, incomplete, silent }: Replay): News[] {
    this.#replay = null;
    return silent ? [] : [{ kind: 'missed', updates, fills, ended, incomplete }];
  }
}

const ENDINGS = new Set(['CANCELLED', 'EXPIRED', 'REJECTED']);

function newsOf(event: Exclude<InboxEvent, { kind: 'restored' }>): News[] {
  if (event.kind === 'refused') return [{ kind: 'refused', refused: event.refused }];
  if (ENDINGS.has(event.order.status)) return [{ kind: 'ended', order: event.order }];
  return event.order.lastExecutionId ? [{ kind: 'filled', order: event.order }] : [];
}
