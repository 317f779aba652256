import {
  type AlertEvent,
  type Connection,
  connect,
  followAlerts,
  followPresence,
  followSystem,
  type Person,
  type PositionValuation,
  type Push,
  type Quote,
  type Surroundings,
  type SystemNotification,
  type Ticket,
} from '@ringside/client';
import { assertNever } from './assert-never.ts';
import type { FromFeed, InboxEvent, ToFeed } from './feed-messages.ts';
import { inboxEventOf } from './inbox-event.ts';

/** One batch per painted frame is all that a person can see. */
export const BATCH_EVERY_MS = 16;
/** A hidden page needs the latest values only. */
export const BATCH_EVERY_HIDDEN_MS = 1_000;

const INBOX = 'inbox';

/** The worker's half: holds the connection, decodes, keeps the latest price per key and hands on batches. */
export class FeedEngine {
  readonly #surroundings: Surroundings;
  readonly #post: (message: FromFeed) => void;
  readonly #tickets = new Map<number, (ticket: Ticket) => void>();
  readonly #quotes = new Map<string, Quote>();
  readonly #valuations = new Map<string, PositionValuation>();
  readonly #people = new Map<string, Person>();
  #inbox: InboxEvent[] = [];
  #alerts: AlertEvent[] = [];
  #system: SystemNotification[] | null = null;
  #connection: Connection | null = null;
  #lastTicket = 0;
  #visible = true;
  #cancelBatch: (() => void) | null = null;

  constructor(surroundings: Surroundings, post: (message: FromFeed) => void) {
    this.#surroundings = surroundings;
    this.#post = post;
  }

  receive(message: ToFeed): void {
    switch (message.kind) {
      case 'open':
        this.#open(message);
        return;
      case 'ticket':
        this.#tickets.get(message.id)?.(message.ticket);
        this.#tickets.delete(message.id);
        return;
      case 'command':
        void this.#command(message);
        return;
      case 'visible':
        this.#visible = message.visible;
        if (message.visible) this.#connection?.wake();
        return;
      case 'input':
        this.#connection?.input();
        return;
      case 'wake':
        this.#connection?.wake();
        return;
      case 'network-lost':
        this.#connection?.networkLost();
        return;
      case 'close':
        this.#connection?.close();
        return;
      default:
        assertNever(message);
    }
  }

  #open({ url, client, accounts, position }: ToFeed & { kind: 'open' }): void {
    this.#connection = connect({
      url,
      client,
      surroundings: this.#surroundings,
      ticket: () => this.#ticket(),
      onState: state => this.#post({ kind: 'connection', state }),
    });
    this.#connection.subscribe(
      INBOX,
      {
        push: push => this.#notice(push),
        restored: how => this.#keep({ kind: 'restored', how }),
      },
      position,
    );
    this.#connection.subscribe('quotes.*', { push: push => this.#quote(push.data as Quote) });
    followAlerts(this.#connection, event => {
      this.#alerts.push(event);
      this.#batchSoon();
    });
    followPresence(this.#connection, people => this.#seen(people));
    followSystem(this.#connection, holding => {
      this.#system = holding;
      this.#batchSoon();
    });
    for (const account of accounts) {
      this.#connection.subscribe(`valuations.${account}`, {
        push: push => this.#valuation(push.data as PositionValuation),
      });
    }
  }

  #ticket(): Promise<Ticket> {
    this.#lastTicket += 1;
    const id = this.#lastTicket;
    return new Promise(resolve => {
      this.#tickets.set(id, resolve);
      this.#post({ kind: 'ticket-wanted', id });
    });
  }

  async #command({ id, command }: ToFeed & { kind: 'command' }): Promise<void> {
    if (!this.#connection) return;
    const outcome = await this.#connection.command(command, {
      unknown: asked => this.#post({ kind: 'unknown', id, asked }),
    });
    this.#post({ kind: 'outcome', id, outcome });
  }

  #notice(push: Push): void {
    const event = inboxEventOf(push);
    if (event) this.#keep(event);
  }

  #keep(event: InboxEvent): void {
    this.#inbox.push(event);
    this.#batchSoon();
  }

  #quote(quote: Quote): void {
    this.#quotes.set(quote.instrument, quote);
    this.#batchSoon();
  }

  #valuation(valuation: PositionValuation): void {
    this.#valuations.set(`${valuation.account}/${valuation.instrument}`, valuation);
    this.#batchSoon();
  }

  #seen(people: Person[]): void {
    for (const person of people) this.#people.set(person.user, person);
    this.#batchSoon();
  }

  #batchSoon(): void {
    if (this.#cancelBatch) return;
    const wait = this.#visible ? BATCH_EVERY_MS : BATCH_EVERY_HIDDEN_MS;
    this.#cancelBatch = this.#surroundings.after(wait, () => this.#flush());
  }

  #flush(): void {
    this.#cancelBatch = null;
    const batch = {
      quotes: [...this.#quotes.values()],
      valuations: [...this.#valuations.values()],
      people: [...this.#people.values()],
      inbox: this.#inbox,
      alerts: this.#alerts,
      system: this.#system,
      position: this.#connection?.position(INBOX) ?? null,
      traffic: { ...(this.#connection?.traffic ?? { messages: 0, unreadable: 0, gaps: 0 }) },
    };
    this.#quotes.clear();
    this.#valuations.clear();
    this.#people.clear();
    this.#inbox = [];
    this.#alerts = [];
    this.#system = null;
    this.#post({ kind: 'batch', batch });
  }
}
