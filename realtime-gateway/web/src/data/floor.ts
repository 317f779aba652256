import type {
  Command,
  CommandOutcome,
  ConnectionState,
  Instrument,
  OrderState,
  Position,
  PositionValuation,
  Session,
  SubmitOrder,
  User,
} from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assertNever } from './assert-never.ts';
import { Books, byId } from './books.ts';
import type { FeedPort } from './feed.ts';
import type { FeedBatch, FromFeed, InboxEvent } from './feed-messages.ts';
import { Newsroom } from './news.ts';
import type { NextFrame } from './row-store.ts';
import { orderKey } from './rows.ts';
import type { FloorState, Toast } from './state.ts';
import { delivered, isInFlight, progressed, refusedLater, submitted } from './submission.ts';
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

const ORDERS_LOADED_MAX = 500;
const TOASTS_MAX = 5;
const CLIENT = 'ringside-web/0.1.0';

/** Everything one signed-in user sees: the books, the connection, what was sent and what became of it. */
export class Floor {
  readonly books: Books;
  readonly user: User;
  readonly state: StoreApi<FloorState>;
  readonly now: () => number;
  readonly #options: FloorOptions;
  readonly #feed: FeedPort;
  readonly #newsroom = new Newsroom();
  readonly #meter = new TrafficMeter();
  readonly #outcomes = new Map<number, (answer: CommandOutcome | { asked: number }) => void>();
  /** The order that each cancel of ours is about. */
  readonly #cancels = new Map<string, string>();
  #lastId = 0;
  #load = 0;

  constructor(options: FloorOptions) {
    this.#options = options;
    this.user = options.user;
    this.now = options.now;
    this.books = new Books(options.nextFrame, options.now);
    this.state = createStore<FloorState>(() => ({
      connection: { kind: 'connecting' },
      connectionSince: options.now(),
      snapshot: { kind: 'loading' },
      instruments: new Map(),
      submission: null,
      toasts: [],
      traffic: { messages: 0, unreadable: 0, gaps: 0 },
      messagesPerSecond: 0,
      lastMessageAt: null,
    }));
    this.#feed = options.openFeed(message => this.#receive(message));
    this.#feed.send({
      kind: 'open',
      url: options.socketUrl,
      client: CLIENT,
      accounts: options.user.accounts,
      position: options.positions.load(),
    });
  }

  /** Sends an order unless one is still on its way: a second press of the button is the same order. */
  submit(draft: Omit<SubmitOrder, 'clientOrderId'>): void {
    if (isInFlight(this.state.getState().submission)) return;
    const body: SubmitOrder = { clientOrderId: this.#options.newId(), ...draft };
    this.state.setState({ submission: submitted(body, this.now()) });
    this.#send({ type: 'order.submit', body }, answer => this.#submissionAnswered(body, answer));
  }

  cancel(order: OrderState): void {
    const key = orderKey(order);
    if (this.books.orders.get(key)?.cancelling) return;
    this.books.cancelling(key, true);
    const { account, clientOrderId } = order;
    const body = { clientOrderId: this.#options.newId(), originalClientOrderId: clientOrderId, account };
    this.#cancels.set(body.clientOrderId, key);
    this.#send({ type: 'order.cancel', body }, answer => {
      if ('asked' in answer || answer.kind === 'received') return;
      this.books.cancelling(key, false);
      const text =
        answer.kind === 'refused' ? answer.refusal.message : 'Whether it was cancelled is unknown.';
      this.#toast({ kind: 'problem', title: `Cancel of ${order.instrument} was not sent`, text });
    });
  }

  /** Puts the finished submission away. */
  clearSubmission(): void {
    if (!isInFlight(this.state.getState().submission)) this.state.setState({ submission: null });
  }

  dismissToast(id: number): void {
    this.state.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }));
  }

  reconnectNow(): void {
    this.#feed.send({ kind: 'wake' });
  }

  /** Reads instruments, orders and positions; what the socket brought meanwhile stays, by its version. */
  async load(): Promise<void> {
    this.#load += 1;
    const load = this.#load;
    try {
      const { session } = this.#options;
      const [{ instruments }, { orders }, { positions }] = await Promise.all([
        session.call<{ instruments: Instrument[] }>('GET', '/api/instruments'),
        session.call<{ orders: OrderState[] }>('GET', `/api/orders?state=all&limit=${ORDERS_LOADED_MAX}`),
        session.call<{ positions: PositionValuation[] }>('GET', '/api/positions'),
      ]);
      for (const order of orders) this.books.orderRead(order);
      for (const position of positions) this.books.valuation(position);
      if (load !== this.#load) return;
      this.state.setState({ instruments: byId(instruments), snapshot: { kind: 'ready', at: this.now() } });
    } catch (problem) {
      if (load !== this.#load) return;
      const reason = problem instanceof Error ? problem.message : String(problem);
      this.state.setState({ snapshot: { kind: 'failed', reason, at: this.now() } });
    }
  }

  close(): void {
    this.#load += 1;
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
        this.#outcomes.get(message.id)?.(message.outcome);
        this.#outcomes.delete(message.id);
        return;
      case 'unknown':
        this.#outcomes.get(message.id)?.({ asked: message.asked });
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
    if (connection.kind === 'live') void this.load();
    else this.books.suspendQuotes();
  }

  #batch(batch: FeedBatch): void {
    for (const quote of batch.quotes) this.books.quote(quote);
    for (const valuation of batch.valuations) this.books.valuation(valuation);
    for (const event of batch.inbox) this.#inbox(event);
    if (batch.inbox.length > 0 && batch.position) this.#options.positions.save(batch.position);
    this.#meter.count(batch.traffic.messages, this.now());
    this.state.setState({
      traffic: batch.traffic,
      messagesPerSecond: this.#meter.perSecond,
      lastMessageAt: this.now(),
    });
  }

  #inbox(event: InboxEvent): void {
    if (event.kind === 'order') {
      this.books.orderChanged(event.order);
      this.#submissionMoved(event.order);
    } else if (event.kind === 'refused') {
      this.#commandRefused(event.refused.clientOrderId, event.refused.reason, event.refused.text);
    }
    for (const news of this.#newsroom.take(event)) this.#toast(news);
  }

  #submissionAnswered(body: SubmitOrder, answer: CommandOutcome | { asked: number }): void {
    const { submission } = this.state.getState();
    if (submission?.body.clientOrderId !== body.clientOrderId || submission.order) return;
    this.state.setState({
      submission:
        'asked' in answer
          ? { ...submission, delivery: { kind: 'unknown', asked: answer.asked } }
          : delivered(submission, answer, this.now()),
    });
  }

  #submissionMoved(order: OrderState): void {
    const { submission } = this.state.getState();
    if (submission?.body.clientOrderId !== order.clientOrderId) return;
    if ((submission.order?.version ?? 0) >= order.version) return;
    this.state.setState({ submission: progressed(submission, order, this.now()) });
  }

  #commandRefused(clientOrderId: string, code: string, text: string): void {
    const { submission } = this.state.getState();
    if (submission?.body.clientOrderId === clientOrderId) {
      this.state.setState({ submission: refusedLater(submission, code, text) });
    }
    const cancelled = this.#cancels.get(clientOrderId);
    if (cancelled) this.books.cancelling(cancelled, false);
    this.#cancels.delete(clientOrderId);
  }

  #send(command: Command, answer: (answer: CommandOutcome | { asked: number }) => void): void {
    this.#lastId += 1;
    this.#outcomes.set(this.#lastId, answer);
    this.#feed.send({ kind: 'command', id: this.#lastId, command });
  }

  #toast(news: Toast['news']): void {
    this.#lastId += 1;
    const toast = { id: this.#lastId, news };
    this.state.setState(({ toasts }) => ({
      toasts: [...toasts.filter(shown => !isSupersededBy(shown.news, news)), toast].slice(-TOASTS_MAX),
    }));
  }
}

/** Of many fills of one order the last one tells all. */
function isSupersededBy(shown: Toast['news'], news: Toast['news']): boolean {
  if (!('order' in shown) || !('order' in news)) return false;
  return shown.order.orderId === news.order.orderId;
}
