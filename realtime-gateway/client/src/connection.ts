import { backoffMs, pacedMs } from './backoff.ts';
import { type CommandListener, type CommandOutcome, Commands } from './commands.ts';
import { Link, type LinkEnd } from './link.ts';
import { Liveness } from './liveness.ts';
import type { Command, Connected, Position, Push, Request } from './protocol.ts';
import type { Reply } from './requests.ts';
import type { ConnectionState, Ticket, Traffic } from './state.ts';
import { type ChannelListener, Subscriptions } from './subscriptions.ts';
import type { Surroundings } from './surroundings.ts';

export interface ConnectOptions {
  /** Address of the socket, `wss://host/ws`. */
  url: string;
  /** Name and version of the program, for the operators. */
  client: string;
  ticket(): Promise<Ticket>;
  onState(state: ConnectionState): void;
  surroundings: Surroundings;
}

const REQUEST_TIMEOUT_MS = 10_000;
/** A connection that held this long counts as a success: the next backoff starts anew. */
const STABLE_AFTER_MS = 5_000;
/** The session of the socket is extended this long before it ends. */
const REFRESH_AHEAD_MS = 60_000;
const REFRESH_AGAIN_MS = 35_000;

/** Opens a connection that stays: it comes back by itself until it is closed, signed out or told not to. */
export function connect(options: ConnectOptions): Connection {
  return new Connection(options);
}

export class Connection {
  readonly #options: ConnectOptions;
  readonly #surroundings: Surroundings;
  readonly #subscriptions = new Subscriptions();
  readonly #commands: Commands;
  readonly #liveness: Liveness;
  readonly traffic: Traffic = { messages: 0, unreadable: 0, gaps: 0 };
  #state: ConnectionState = { kind: 'connecting' };
  #link: Link | null = null;
  #attempt = 0;
  #liveSince: number | null = null;
  #networkGone = false;
  #generation = 0;
  #cancelRetry: () => void = () => {};
  #cancelRefresh: () => void = () => {};

  constructor(options: ConnectOptions) {
    this.#options = options;
    this.#surroundings = options.surroundings;
    this.#commands = new Commands(this.#surroundings, (command, ms) => this.#ask({ command }, ms));
    this.#liveness = new Liveness(this.#surroundings, {
      ping: ms => this.#ask({ ping: {} }, ms),
      measured: roundTripMs => this.#measured(roundTripMs),
      dead: () => this.#link?.drop('the gateway does not answer'),
    });
    this.#surroundings.after(0, () => void this.#open());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Keeps a channel subscribed, across reconnections, until the answer is called. */
  subscribe(channel: string, listener: ChannelListener, position: Position | null = null): () => void {
    this.#subscriptions.add(channel, listener, position);
    if (this.#state.kind === 'live') void this.#subscribeNow(channel);
    return () => {
      this.#subscriptions.remove(channel);
      if (this.#state.kind === 'live') void this.#ask({ unsubscribe: { channels: [channel] } });
    };
  }

  /** Where we stand in a channel, to be kept for the next visit. */
  position(channel: string): Position | null {
    return this.#subscriptions.position(channel);
  }

  /** Resolves with the command's one outcome; asks again with the same body as long as there is none. */
  command(command: Command, listener?: CommandListener): Promise<CommandOutcome> {
    return this.#commands.send(command, listener);
  }

  /** The page is visible again, or the network is back: find out at once how things stand. */
  wake(): void {
    this.#networkGone = false;
    if (this.#state.kind === 'live') {
      this.#liveness.probe();
    } else if (
      this.#link === null &&
      (this.#state.kind === 'reconnecting' || this.#state.kind === 'offline')
    ) {
      this.#cancelRetry();
      void this.#open();
    }
  }

  /** The machine says that it has no network. */
  networkLost(): void {
    this.#networkGone = true;
    if (this.#state.kind === 'live') this.#liveness.probe();
    if (this.#state.kind === 'reconnecting') {
      this.#enter({ kind: 'offline', attempt: this.#state.attempt, nextAt: this.#state.nextAt });
    }
  }

  close(): void {
    this.#finish({ kind: 'closed' });
  }

  async #open(): Promise<void> {
    if (this.#isOver()) return;
    this.#generation += 1;
    const generation = this.#generation;
    if (this.#attempt === 0) this.#enter({ kind: 'connecting' });
    const ticket = await this.#options.ticket().catch((): Ticket => ({ kind: 'unavailable' }));
    if (generation !== this.#generation || this.#isOver()) return;
    if (ticket.kind === 'signed-out') {
      this.#finish({ kind: 'signed-out', reason: 'The session has ended.' });
    } else if (ticket.kind === 'unavailable') {
      this.#comeBack({ verdict: 'come-back', code: 0, reason: 'the gateway cannot be reached' });
    } else {
      this.#dial(ticket.ticket);
    }
  }

  #dial(ticket: string): void {
    const cancelTimer = this.#surroundings.after(REQUEST_TIMEOUT_MS, () => link.drop('no answer'));
    const link = new Link(this.#surroundings, this.#options.url, {
      opened: () => void this.#introduce(link, ticket).then(cancelTimer),
      heard: () => {
        this.traffic.messages += 1;
        this.#liveness.heard();
      },
      push: push => this.#push(push),
      unreadable: () => {
        this.traffic.unreadable += 1;
      },
      ended: end => {
        cancelTimer();
        this.#ended(link, end);
      },
    });
    this.#link = link;
  }

  async #introduce(link: Link, ticket: string): Promise<void> {
    const channels = this.#subscriptions.names();
    const positions = this.#subscriptions.positions();
    const request = { connect: { ticket, client: this.#options.client, channels, positions } };
    const reply = await link.ask(request, REQUEST_TIMEOUT_MS);
    if (link !== this.#link) return;
    if (reply.kind === 'result' && reply.result.connected) {
      this.#live(reply.result.connected, channels);
    } else if (reply.kind === 'error') {
      link.drop(reply.error.message);
    }
  }

  #live(connected: Connected, asked: string[]): void {
    this.#liveSince = this.#surroundings.now();
    this.#networkGone = false;
    this.#enter({ kind: 'live', session: connected.session, roundTripMs: null });
    this.#subscriptions.forgetResyncs();
    this.#subscriptions.restored(connected.channels);
    for (const channel of this.#subscriptions.names()) {
      if (!asked.includes(channel)) void this.#subscribeNow(channel);
    }
    this.#scheduleRefresh(connected.expiresAt, connected.serverTime);
    this.#liveness.start();
    this.#commands.live();
  }

  #push(push: Push): void {
    if (this.#subscriptions.deliver(push) === 'resync') {
      this.traffic.gaps += 1;
      void this.#resync(push.channel);
    }
  }

  async #resync(channel: string): Promise<void> {
    const link = this.#link;
    const position = this.#subscriptions.position(channel);
    const reply = await this.#ask({ resync: { channel, position } });
    if (reply.kind === 'result' && reply.result.subscribed) {
      this.#subscriptions.restored(reply.result.subscribed);
    } else {
      link?.drop('a gap could not be filled');
    }
  }

  async #subscribeNow(channel: string): Promise<void> {
    const link = this.#link;
    const position = this.#subscriptions.position(channel);
    const positions = position ? { [channel]: position } : {};
    const reply = await this.#ask({ subscribe: { channels: [channel], positions } });
    if (reply.kind === 'result' && reply.result.subscribed) {
      this.#subscriptions.restored(reply.result.subscribed);
    } else if (reply.kind === 'error' && !reply.error.temporary) {
      this.#subscriptions.refused(channel, reply.error.code, reply.error.message);
    } else {
      // A subscription that was not answered may have happened: only a new connection makes it certain.
      link?.drop('a subscription was not answered');
    }
  }

  #scheduleRefresh(expiresAt: string, serverTime: string): void {
    const remaining = Date.parse(expiresAt) - Date.parse(serverTime);
    const wait = Math.max(REFRESH_AGAIN_MS, remaining - REFRESH_AHEAD_MS);
    this.#cancelRefresh();
    this.#cancelRefresh = this.#surroundings.after(wait, () => void this.#refresh());
  }

  async #refresh(): Promise<void> {
    const link = this.#link;
    const ticket = await this.#options.ticket().catch((): Ticket => ({ kind: 'unavailable' }));
    if (link === null || link !== this.#link) return;
    if (ticket.kind === 'signed-out') {
      this.#finish({ kind: 'signed-out', reason: 'The session has ended.' });
      return;
    }
    const now = new Date(this.#surroundings.now()).toISOString();
    const reply: Reply =
      ticket.kind === 'ticket'
        ? await link.ask({ refresh: { ticket: ticket.ticket } }, REQUEST_TIMEOUT_MS)
        : { kind: 'unknown' };
    if (link !== this.#link) return;
    const expiresAt = reply.kind === 'result' ? reply.result.refreshed?.expiresAt : undefined;
    this.#scheduleRefresh(expiresAt ?? now, now);
  }

  #ended(link: Link, end: LinkEnd): void {
    if (link !== this.#link) return;
    this.#link = null;
    if (end.verdict === 'come-back') this.#comeBack(end);
    else if (end.verdict === 'signed-out') this.#finish({ kind: 'signed-out', reason: end.reason });
    else this.#finish({ kind: 'stopped', code: end.code, reason: end.reason });
  }

  #comeBack(end: LinkEnd): void {
    this.#quiet();
    const heldMs = this.#liveSince === null ? 0 : this.#surroundings.now() - this.#liveSince;
    this.#liveSince = null;
    this.#attempt = heldMs >= STABLE_AFTER_MS ? 1 : this.#attempt + 1;
    const random = this.#surroundings.random();
    const delay =
      end.retryAfterMs === undefined
        ? backoffMs(this.#attempt, random)
        : pacedMs(end.retryAfterMs, end.jitterMs ?? 0, random);
    const attempt = this.#attempt;
    const nextAt = this.#surroundings.now() + delay;
    this.#enter(
      this.#networkGone
        ? { kind: 'offline', attempt, nextAt }
        : { kind: 'reconnecting', attempt, nextAt, reason: end.reason },
    );
    this.#cancelRetry = this.#surroundings.after(delay, () => void this.#open());
  }

  #finish(state: ConnectionState): void {
    if (this.#isOver()) return;
    this.#generation += 1;
    this.#enter(state);
    this.#quiet();
    this.#commands.stop();
    const link = this.#link;
    this.#link = null;
    link?.drop('closed by the client');
  }

  #quiet(): void {
    this.#cancelRetry();
    this.#cancelRefresh();
    this.#liveness.stop();
    this.#commands.down();
  }

  #isOver(): boolean {
    return (
      this.#state.kind === 'signed-out' || this.#state.kind === 'stopped' || this.#state.kind === 'closed'
    );
  }

  #measured(roundTripMs: number): void {
    if (this.#state.kind === 'live') this.#enter({ ...this.#state, roundTripMs });
  }

  #ask(request: Request, timeoutMs = REQUEST_TIMEOUT_MS): Promise<Reply> {
    return this.#link?.ask(request, timeoutMs) ?? Promise.resolve({ kind: 'unknown' });
  }

  #enter(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
