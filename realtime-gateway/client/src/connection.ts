import { Channels } from './channels.ts';
import { Comeback } from './comeback.ts';
import type { Command } from './command.ts';
import { type CommandListener, type CommandOutcome, Commands } from './commands.ts';
import { Handlers } from './handlers.ts';
import { InputSignal } from './input-signal.ts';
import { Link, type LinkEnd } from './link.ts';
import { Liveness } from './liveness.ts';
import type { Connected, Position, Request } from './protocol.ts';
import { Renewal } from './renewal.ts';
import { type Answered, type Reply, UNKNOWN } from './requests.ts';
import type { ConnectionState, ConnectOptions, Ticket, Traffic } from './state.ts';
import type { ChannelListener } from './subscriptions.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';

const REQUEST_TIMEOUT_MS = 10_000;

/** Opens a connection that stays: it comes back by itself until it is closed, signed out or told not to. */
export function connect(options: ConnectOptions): Connection {
  return new Connection(options);
}

export class Connection {
  readonly traffic: Traffic = { messages: 0, unreadable: 0, gaps: 0 };
  /** Who wants to hear of a type of push or of a channel, beside the listeners of subscriptions. */
  readonly handlers = new Handlers();
  readonly #options: ConnectOptions;
  readonly #surroundings: Surroundings;
  readonly #channels: Channels;
  readonly #commands: Commands;
  readonly #liveness: Liveness;
  readonly #renewal: Renewal;
  readonly #input: InputSignal;
  readonly #comeback: Comeback;
  readonly #watching = new Set<(state: ConnectionState) => void>();
  #state: ConnectionState = { kind: 'connecting' };
  #link: Link | null = null;
  #networkGone = false;
  /** Grows with each attempt and each end, so that what belongs to an earlier one is recognised. */
  #generation = 0;

  constructor(options: ConnectOptions) {
    const { surroundings = browserSurroundings() } = options;
    this.#options = options;
    this.#surroundings = surroundings;
    this.#comeback = new Comeback(surroundings);
    this.#commands = new Commands(surroundings, (command, ms) => this.#ask({ command }, ms));
    this.#channels = new Channels(
      {
        isLive: () => this.#state.kind === 'live',
        ask: (request, answered) => this.#askNow(request, REQUEST_TIMEOUT_MS, answered),
        after: (ms, act) => void surroundings.after(ms, act),
        drop: reason => this.#link?.drop(reason),
        generation: () => this.#generation,
      },
      this.traffic,
      push => this.handlers.dispatch(push),
    );
    this.#liveness = new Liveness(surroundings, {
      ping: ms => this.#ask({ ping: {} }, ms),
      measured: roundTripMs => this.#measured(roundTripMs),
      dead: () => this.#link?.drop('the gateway does not answer'),
    });
    this.#renewal = new Renewal(surroundings, {
      ticket: () => this.#ticket(),
      ask: (request, ms) => this.#ask(request, ms),
      signedOut: () => this.#signedOut(),
      narrowed: channels => this.#channels.narrowed(channels),
    });
    this.#input = new InputSignal(surroundings, idleSeconds => void this.#tellIdle(idleSeconds));
    surroundings.after(0, () => void this.#open());
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** Tells of every change of state until the answer is called. */
  watch(changed: (state: ConnectionState) => void): () => void {
    this.#watching.add(changed);
    return () => this.#watching.delete(changed);
  }

  /** Keeps a channel subscribed, across reconnections, until the answer is called. */
  subscribe(channel: string, listener: ChannelListener, position: Position | null = null): () => void {
    return this.#channels.subscribe(channel, listener, position);
  }

  /** Where we stand in a channel, to be kept for the next visit. */
  position(channel: string): Position | null {
    return this.#channels.position(channel);
  }

  /** Resolves with the command's one outcome; asks again with the same body as long as there is none. */
  command(command: Command, listener?: CommandListener): Promise<CommandOutcome> {
    return this.#commands.send(command, listener);
  }

  /** Somebody touched something. To be called as often as that happens. */
  input(): void {
    this.#input.input();
  }

  /** The page is visible again, or the network is back: find out at once how things stand. */
  wake(): void {
    this.#networkGone = false;
    if (this.#state.kind === 'live') this.#liveness.probe();
    else if (this.#isWaiting()) void this.#open();
  }

  /** The machine says that it has no network. That may be wrong, so what is live is asked first. */
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
    this.#comeback.cancel();
    this.#generation += 1;
    const generation = this.#generation;
    if (this.#comeback.attempt === 0) this.#enter({ kind: 'connecting' });
    const ticket = await this.#ticket();
    if (generation !== this.#generation) return;
    if (ticket.kind === 'ticket') this.#dial(ticket.ticket);
    else if (ticket.kind === 'signed-out') this.#signedOut();
    else this.#comeBack({ verdict: 'come-back', code: 0, reason: 'the gateway cannot be reached' });
  }

  #dial(ticket: string): void {
    const wanted = this.#channels.wanted();
    const link: Link = new Link(this.#surroundings, this.#options.url, {
      hello: () => ({ connect: { ticket, client: this.#options.client, ...wanted } }),
      connected: connected => this.#live(connected, wanted.channels),
      heard: () => {
        this.traffic.messages += 1;
        this.#liveness.heard();
      },
      push: push => this.#channels.push(push),
      unreadable: () => {
        this.traffic.unreadable += 1;
      },
      ended: end => {
        if (link === this.#link) this.#ended(end);
      },
    });
    this.#link = link;
  }

  #live({ session, channels, expiresAt, serverTime }: Connected, asked: string[]): void {
    this.#comeback.live();
    this.#networkGone = false;
    this.#enter({ kind: 'live', session, roundTripMs: null });
    this.#channels.live(asked, channels);
    this.#renewal.start(expiresAt, serverTime);
    this.#liveness.start();
    this.#commands.live();
    this.#input.live();
  }

  #ended(end: LinkEnd): void {
    this.#link = null;
    if (end.verdict === 'come-back') this.#comeBack(end);
    else if (end.verdict === 'signed-out') this.#finish({ kind: 'signed-out', reason: end.reason });
    else this.#finish({ kind: 'stopped', code: end.code, reason: end.reason });
  }

  #comeBack(end: LinkEnd): void {
    this.#quiet();
    const nextAt = this.#comeback.plan(end, () => void this.#open());
    const { attempt } = this.#comeback;
    if (this.#networkGone) this.#enter({ kind: 'offline', attempt, nextAt });
    else this.#enter({ kind: 'reconnecting', attempt, nextAt, reason: end.reason });
  }

  #signedOut(): void {
    this.#finish({ kind: 'signed-out', reason: 'The session has ended.' });
  }

  #finish(state: ConnectionState): void {
    if (this.#isOver()) return;
    this.#enter(state);
    this.#quiet();
    this.#comeback.cancel();
    this.#commands.stop();
    const link = this.#link;
    this.#link = null;
    link?.drop('closed by the client');
  }

  #quiet(): void {
    this.#generation += 1;
    this.#renewal.stop();
    this.#liveness.stop();
    this.#commands.down();
    this.#input.down();
  }

  #isOver(): boolean {
    return (
      this.#state.kind === 'signed-out' || this.#state.kind === 'stopped' || this.#state.kind === 'closed'
    );
  }

  #isWaiting(): boolean {
    return this.#link === null && (this.#state.kind === 'reconnecting' || this.#state.kind === 'offline');
  }

  #measured(roundTripMs: number): void {
    if (this.#state.kind === 'live') this.#enter({ ...this.#state, roundTripMs });
  }

  #ticket(): Promise<Ticket> {
    return this.#options.ticket().catch((): Ticket => ({ kind: 'unavailable' }));
  }

  /** Whether it was noted does not matter to anybody here: the next one says the same better. */
  #tellIdle(idleSeconds: number): Promise<Reply> {
    return this.#ask({ presence: { idleSeconds } }, REQUEST_TIMEOUT_MS);
  }

  #ask(request: Request, timeoutMs: number): Promise<Reply> {
    return new Promise(resolve => this.#askNow(request, timeoutMs, resolve));
  }

  #askNow(request: Request, timeoutMs: number, answered: Answered): void {
    if (this.#link) this.#link.ask(request, timeoutMs, answered);
    else answered(UNKNOWN);
  }

  #enter(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState?.(state);
    for (const changed of this.#watching) changed(state);
  }
}
