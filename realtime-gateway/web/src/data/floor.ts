import type { ConnectionState, Position, PositionValuation, Session, User } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { Alerts } from './alerts.ts';
import { assertNever } from './assert-never.ts';
import { Books } from './books.ts';
import { Catalogue } from './catalogue.ts';
import { Dispatch } from './dispatch.ts';
import type { FeedPort } from './feed.ts';
import type { FeedBatch, FromFeed } from './feed-messages.ts';
import { Inbox } from './inbox.ts';
import { MassCancelDesk } from './mass-cancel-desk.ts';
import { Noticeboard } from './noticeboard.ts';
import { OrderDesk } from './order-desk.ts';
import { OrderHistory } from './order-history.ts';
import { People } from './people.ts';
import { Reading } from './reading.ts';
import { RfqDesk } from './rfq-desk.ts';
import { RfqHistory } from './rfq-history.ts';
import type { NextFrame } from './row-store.ts';
import { ServerClock } from './server-clock.ts';
import { type FloorState, initialState } from './state.ts';
import { TrafficMeter } from './traffic-meter.ts';

export interface FloorOptions {
  session: Pick<Session, 'call' | 'ticket'>;
  user: User;
  openFeed(receive: (message: FromFeed) => void): FeedPort;
  socketUrl: string;
  nextFrame: NextFrame;
  now(): number;
  newId(): string;
  positions: { load(): Position | null; save(position: Position): void };
}

const CLIENT = 'ringside-web/0.1.0';

/** Everything one signed-in user sees: the books, the connection, what was sent and what became of it. */
export class Floor {
  readonly books: Books;
  readonly user: User;
  readonly orders: OrderDesk;
  readonly massCancels: MassCancelDesk;
  readonly rfqs: RfqDesk;
  readonly history: OrderHistory;
  readonly requests: RfqHistory;
  readonly catalogue: Catalogue;
  readonly people: People;
  readonly alerts: Alerts;
  readonly notices: Noticeboard;
  readonly state: StoreApi<FloorState>;
  readonly now: () => number;
  readonly clock: ServerClock;
  readonly session: Pick<Session, 'call'>;
  readonly #options: FloorOptions;
  readonly #feed: FeedPort;
  readonly #dispatch = new Dispatch(message => this.#feed.send(message));
  readonly inbox: Inbox;
  readonly #meter = new TrafficMeter();
  readonly #reading = new Reading({
    ask: () => Promise.all([this.catalogue.load(), this.history.load(), this.#loadPositions()]),
    answered: () => this.state.setState({ snapshot: { kind: 'ready', at: this.now() } }),
    failed: reason => this.state.setState({ snapshot: { kind: 'failed', reason, at: this.now() } }),
  });

  constructor(options: FloorOptions) {
    this.#options = options;
    this.user = options.user;
    this.now = options.now;
    this.books = new Books(options.nextFrame, options.now);
    this.state = createStore<FloorState>(() => initialState(options.now()));
    this.clock = new ServerClock(options.now);
    this.notices = new Noticeboard(this.state, options.now);
    const { session, now, newId } = options;
    this.session = session;
    const shared = { books: this.books, state: this.state, now };
    const tell: Noticeboard['tell'] = news => this.notices.tell(news);
    const sending = { ...shared, newId, dispatch: this.#dispatch, tell };
    this.orders = new OrderDesk(sending);
    this.massCancels = new MassCancelDesk(sending);
    this.rfqs = new RfqDesk(sending);
    this.people = new People({ session, newId, dispatch: this.#dispatch, nextFrame: options.nextFrame });
    this.alerts = new Alerts({ ...sending, session });
    this.inbox = new Inbox(this);
    this.history = new OrderHistory({ session, ...shared, read: order => this.inbox.orderRead(order) });
    this.requests = new RfqHistory({ session, ...shared });
    this.catalogue = new Catalogue({ session, ...shared });
    this.#feed = options.openFeed(message => this.#receive(message));
    this.#feed.send({
      kind: 'open',
      url: options.socketUrl,
      client: CLIENT,
      accounts: options.user.accounts,
      position: options.positions.load(),
    });
  }

  /** Somebody touched something: others see that this user is there. */
  readonly input = (): void => this.#feed.send({ kind: 'input' });

  reconnectNow(): void {
    this.#feed.send({ kind: 'wake' });
  }

  /**
   * Reads instruments, orders and positions; what the socket brought meanwhile stays, by its version. Until it has
   * succeeded it is tried again.
   */
  load(): Promise<void> {
    return this.#reading.begin();
  }

  async #loadPositions(): Promise<void> {
    const path = '/api/positions';
    const { positions } = await this.#options.session.call<{ positions: PositionValuation[] }>('GET', path);
    for (const position of positions) this.books.valuation(position);
  }

  close(): void {
    this.#reading.stop();
    this.requests.stop();
    this.alerts.stop();
    this.#feed.close();
  }

  #receive(message: FromFeed): void {
    switch (message.kind) {
      case 'ticket-wanted':
        void this.#ticket(message.id);
        return;
      case 'connection':
        this.#connection(message.state);
        return;
      case 'batch':
        this.#batch(message.batch);
        return;
      case 'outcome':
        this.#dispatch.answered(message.id, message.outcome);
        return;
      case 'unknown':
        this.#dispatch.unanswered(message.id, message.asked);
        return;
      default:
        assertNever(message);
    }
  }

  async #ticket(id: number): Promise<void> {
    this.#feed.send({ kind: 'ticket', id, ticket: await this.#options.session.ticket() });
  }

  #connection(connection: ConnectionState): void {
    const before = this.state.getState().connection;
    const turned = (before.kind === 'live') !== (connection.kind === 'live');
    this.state.setState(turned ? { connection, connectionSince: this.now() } : { connection });
    if (!turned) return;
    if (connection.kind === 'live') {
      this.inbox.cameBack();
      this.clock.forget();
      this.#readAgain();
      this.alerts.cameBack();
    } else {
      this.requests.stop();
      this.alerts.stop();
      this.books.suspendQuotes();
    }
  }

  #readAgain(): void {
    void this.load();
    void this.requests.load();
    void this.people.load();
  }

  #batch(batch: FeedBatch): void {
    for (const quote of batch.quotes) {
      this.books.quote(quote);
      this.clock.heard(quote.at);
    }
    for (const valuation of batch.valuations) this.books.valuation(valuation);
    this.people.seen(batch.people);
    for (const event of batch.inbox) {
      if (this.inbox.opensHole(event)) this.#readAgain();
      for (const news of this.inbox.take(event)) this.notices.tell(news);
    }
    for (const event of batch.alerts) this.alerts.heard(event);
    if (batch.inbox.length > 0 && batch.position) this.#options.positions.save(batch.position);
    this.#meter.count(batch.traffic.messages, this.now());
    this.state.setState({
      traffic: batch.traffic,
      messagesPerSecond: this.#meter.perSecond,
      lastMessageAt: this.now(),
      ...(batch.system && { system: batch.system }),
    });
  }
}
