import type { CommandRefused, OrderState, RfqView, Subscribed } from '@ringside/client';
import type { InboxEvent } from './feed-messages.ts';
import { type RfqNews, rfqNews } from './rfq-news.ts';

/** What a person has to be told, apart from what the tables show. */
export type News =
  | { kind: 'filled'; order: OrderState }
  | { kind: 'ended'; order: OrderState }
  | { kind: 'refused'; refused: CommandRefused }
  | RfqNews
  /** Updates that came while the page was away, told once and together. */
  | { kind: 'missed'; updates: number; fills: number; ended: number; trades: number; incomplete: boolean };

interface Replay {
  left: number;
  updates: number;
  fills: number;
  ended: number;
  /** Requests for quotes that ended in a trade. */
  trades: number;
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

  /** Whether notices are gone of which nothing that was read since we connected can tell: all is to be read again. */
  opensHole(event: InboxEvent): boolean {
    return event.kind === 'restored' && event.how.mode === 'gap' && !this.#returning;
  }

  /** `known` is the view of a request that was known before this one. */
  take(event: InboxEvent, known?: RfqView): News[] {
    if (event.kind === 'restored') return this.#restored(event.how);
    const replay = this.#replay;
    if (replay === null) return newsOf(event, known);
    replay.left -= 1;
    replay.updates += 1;
    if (event.kind === 'order') {
      if (event.order.lastExecutionId) replay.fills += 1;
      if (ENDINGS.has(event.order.status)) replay.ended += 1;
    }
    if (event.kind === 'rfq' && event.view.executionId) replay.trades += 1;
    return replay.left > 0 ? [] : this.#summary(replay);
  }

  #restored(how: Subscribed): News[] {
    const returning = this.#returning;
    this.#returning = false;
    this.#replay = null;
    if (how.mode === 'live' || (how.mode === 'replay' && !returning)) return [];
    const silent = how.mode === 'gap' && how.reason === 'first';
    const incomplete = how.mode === 'gap';
    const replay = { left: how.count, updates: 0, fills: 0, ended: 0, trades: 0, incomplete, silent };
    if (how.count === 0) return incomplete ? this.#summary(replay) : [];
    this.#replay = replay;
    return [];
  }

  #summary({ left: _, silent, ...counts }: Replay): News[] {
    this.#replay = null;
    return silent ? [] : [{ kind: 'missed', ...counts }];
  }
}

const ENDINGS = new Set(['CANCELLED', 'EXPIRED', 'REJECTED']);

function newsOf(event: Exclude<InboxEvent, { kind: 'restored' }>, known: RfqView | undefined): News[] {
  // The status menu tells of these where they were wished.
  if (event.kind === 'presence-chosen' || event.kind === 'presence-refused') return [];
  // The list of alerts tells of this one.
  if (event.kind === 'alert-refused') return [];
  // Its dialog tells of it.
  if (event.kind === 'mass-cancel') return [];
  if (event.kind === 'rfq') return rfqNews(known, event.view);
  if (event.kind === 'rfq-refused') return [{ kind: 'rfq-refused', refused: event.refused }];
  if (event.kind === 'refused') return [{ kind: 'refused', refused: event.refused }];
  if (ENDINGS.has(event.order.status)) return [{ kind: 'ended', order: event.order }];
  return event.order.lastExecutionId ? [{ kind: 'filled', order: event.order }] : [];
}
