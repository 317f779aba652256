import { Channels } from './channels.ts';
import { Comeback } from './comeback.ts';
import type { Command } from './command.ts';
import { type CommandListener, type CommandOutcome, Commands } from './commands.ts';
import { Handlers } from './handlers.ts';
import { InputSignal } from './input-signal.ts';
import type { LinkEnd } from './link.ts';
import { Links, type Serving } from './links.ts';
import { Liveness } from './liveness.ts';
import type { Position, Request } from './protocol.ts';
import { Renewal } from './renewal.ts';
import type { Reply } from './requests.ts';
import { Standing } from './standing.ts';
import type { ConnectionState, ConnectOptions, Ticket, Traffic } from './state.ts';
import type { ChannelListener } from './subscriptions.ts';
import { browserSurroundings } from './surroundings.ts';

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
  readonly #standing: Standing;
  readonly #links: Links;
  readonly #channels: Channels;
  readonly #commands: Commands;
  readonly #liveness: Liveness;
  readonly #renewal: Renewal;
  readonly #input: InputSignal;
  readonly #comeback: Comeback;

  constructor(options: ConnectOptions) {
    const { surroundings = browserSurroundings() } = options;
    this.#options = options;
    this.#standing = new Standing(options.onState);
    this.#comeback = new Comeback(surroundings);
    this.#links = new Links(surroundings, options, {
      ticket: () => this.#ticket(),
      wanted: () => this.#channels.wanted(),
      serves: serving => this.#live(serving),
      heard: () => {
        this.traffic.messages += 1;
        this.#liveness.heard();
      },
      push: push => this.#channels.push(push),
      unreadable: () => {
        this.traffic.unreadable += 1;
      },
      ended: end => this.#ended(end),
      signedOut: () => this.#signedOut(),
    });
    this.#commands = new Commands(surroundings, (command, ms) => this.#links.command(command, ms));
    this.#channels = new Channels(
      {
        isLive: () => this.#standing.isLive,
        ask: (request, answered) => this.#links.ask(request, REQUEST_TIMEOUT_MS, answered),
        after: (ms, act) => void surroundings.after(ms, act),
        drop: reason => this.#links.drop(reason),
        generation: () => this.#links.generation,
      },
      this.traffic,
      push => this.handlers.dispatch(push),
    );
    this.#liveness = new Liveness(surroundings, {
      ping: ms => this.#ask({ ping: {} }, ms),
      measured: roundTripMs => this.#standing.measured(roundTripMs),
      dead: () => this.#links.drop('the gateway does not answer'),
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
    return this.#standing.state;
  }

  /** Tells of every change of state until the answer is called. */
  watch(changed: (state: ConnectionState) => void): () => void {
    return this.#standing.watch(changed);
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
    if (this.#standing.networkBack()) this.#links.networkChanged();
    if (this.#standing.isLive) this.#liveness.probe();
    else if (this.#standing.isWaiting && this.#links.isIdle) void this.#open();
  }

  /** The machine says that it has no network. That may be wrong, so what is live is asked first. */
  networkLost(): void {
    this.#standing.networkLost();
    if (this.#standing.isLive) this.#liveness.probe();
  }

  close(): void {
    this.#finish({ kind: 'closed' });
  }

  #open(): Promise<void> | void {
    if (this.#standing.isOver) return;
    this.#comeback.cancel();
    if (this.#comeback.attempt === 0) this.#standing.enter({ kind: 'connecting' });
    return this.#links.open();
  }

  /** A link serves from now on, the first one or one that took over from another while that served. */
  #live({ connected, asked, transport, told }: Serving): void {
    const { session, channels, expiresAt, serverTime } = connected;
    this.#comeback.live();
    if (this.#standing.networkBack()) this.#links.networkChanged();
    this.#input.down();
    this.#standing.enter({ kind: 'live', session, transport, told, roundTripMs: null });
    this.#channels.live(asked, channels);
    this.#renewal.start(expiresAt, serverTime);
    this.#liveness.start();
    this.#commands.live();
    this.#input.live();
  }

  #ended(end: LinkEnd): void {
    if (end.verdict === 'come-back') this.#comeBack(end);
    else if (end.verdict === 'signed-out') this.#finish({ kind: 'signed-out', reason: end.reason });
    else this.#finish({ kind: 'stopped', code: end.code, reason: end.reason });
  }

  #comeBack(end: LinkEnd): void {
    this.#quiet();
    const nextAt = this.#comeback.plan(end, () => void this.#open());
    this.#standing.waits(this.#comeback.attempt, nextAt, end.reason);
  }

  #signedOut(): void {
    this.#finish({ kind: 'signed-out', reason: 'The session has ended.' });
  }

  #finish(state: ConnectionState): void {
    if (this.#standing.isOver) return;
    this.#standing.enter(state);
    this.#quiet();
    this.#comeback.cancel();
    this.#commands.stop();
    this.#links.close();
  }

  #quiet(): void {
    this.#renewal.stop();
    this.#liveness.stop();
    this.#commands.down();
    this.#input.down();
  }

  #ticket(): Promise<Ticket> {
    return this.#options.ticket().catch((): Ticket => ({ kind: 'unavailable' }));
  }

  /** Whether it was noted does not matter to anybody here: the next one says the same better. */
  #tellIdle(idleSeconds: number): Promise<Reply> {
    return this.#ask({ presence: { idleSeconds } }, REQUEST_TIMEOUT_MS);
  }

  #ask(request: Request, timeoutMs: number): Promise<Reply> {
    return new Promise(resolve => this.#links.ask(request, timeoutMs, resolve));
  }
}
