import type { Position, Push, Subscribed, Transport } from '../src/index.ts';
import { type HttpPeer, PollPeer } from './http-peers.ts';
import type { Frame, Peer } from './peer.ts';
import type { TestSocket, World } from './world.ts';

export type Fate = 'arrives' | 'is lost' | 'comes twice';
/** What the network does to a transport. */
export type Way = 'open' | 'blocked' | 'swallows';

interface Served {
  readonly peer: Peer;
  readonly transport: Transport;
  readonly latencyMs: number;
  listens: boolean;
  over: boolean;
}

const CHANNEL = 'inbox';
const EPOCH = 'E';
const SESSION_MS = 300_000;

/** A gateway that answers by itself over all three transports, through a network that the test spoils. */
export class Serving {
  readonly ways: Record<Transport, Way> = { socket: 'open', sse: 'open', poll: 'open' };
  /** How often each command was executed: by its id once, however often it comes. */
  readonly executed = new Set<string>();
  readonly branches = new Map<string, number>();
  /** Hears of each link that begins. */
  onConnect: () => void = () => {};
  readonly #world: World;
  readonly #keptMax: number;
  readonly #latency: () => number;
  #pushes: Push[] = [];
  #sessions: Served[] = [];

  constructor(world: World, keptMax: number, latency: () => number) {
    this.#world = world;
    this.#keptMax = keptMax;
    this.#latency = latency;
    world.onSocket = socket => this.#socket(socket);
    world.http.onPeer = peer => this.#serve(peer, peer instanceof PollPeer ? 'poll' : 'sse');
    world.http.between = line => this.#between(line);
  }

  get sequences(): number[] {
    return this.#pushes.map(({ sequence }) => sequence ?? 0);
  }

  publish(fate: Fate): void {
    const previous = this.#pushes.at(-1)?.sequence ?? 0;
    const push = { channel: CHANNEL, type: 't', sequence: previous + 2, previous, data: null };
    this.#pushes.push(push);
    for (const session of this.#sessions.filter(({ listens }) => listens)) {
      if (fate !== 'is lost') this.#send(session, { push });
      if (fate === 'comes twice') this.#send(session, { push });
    }
    this.count(`push ${fate}`);
  }

  /** Lines break. */
  breakAll(): void {
    for (const session of this.#sessions) this.#end(session, 1006);
  }

  /** The server lets go of those that are on another transport. */
  move(told: Transport | null): void {
    for (const session of this.#sessions) {
      if (told === null || session.transport === told) continue;
      const pace = { retryAfterMs: 0, jitterMs: 2_000 };
      this.#send(session, { disconnect: { code: 1012, reason: 'moved', reconnect: true, ...pace } });
      this.#world.after(session.latencyMs, () => this.#end(session, 1012));
    }
  }

  losePolls(): void {
    for (const { peer } of this.#sessions) if (peer instanceof PollPeer) peer.loseAnswer();
    this.count('poll lost');
  }

  count(branch: string): void {
    this.branches.set(branch, (this.branches.get(branch) ?? 0) + 1);
  }

  #socket(socket: TestSocket): void {
    const way = this.ways.socket;
    this.#world.after(5, () => {
      if (way === 'blocked') socket.end(1006);
      else if (way === 'open') {
        this.#serve(socket, 'socket');
        socket.open();
      }
    });
  }

  #between(line: string): Promise<Response> | null {
    const way = this.ways[line.includes('/poll') ? 'poll' : 'sse'];
    if (way === 'blocked' && line !== 'POST /live/send') return Promise.reject(new Error('no way'));
    return way === 'swallows' && !line.includes('send') ? new Promise(() => {}) : null;
  }

  #serve(peer: TestSocket | HttpPeer, transport: Transport): void {
    const session = { peer, transport, latencyMs: this.#latency(), listens: false, over: false };
    this.#sessions.push(session);
    peer.onGone = () => this.#forget(session);
    peer.onFrame = frame => this.#answer(session, frame);
  }

  #answer(session: Served, frame: Frame): void {
    const [kind = ''] = Object.keys(frame).filter(key => key !== 'id');
    const asked = frame[kind] as Record<string, never>;
    const reply = (result: unknown) => this.#send(session, { id: frame.id, result });
    if (kind === 'connect') {
      this.count(`connect ${session.transport}`);
      this.onConnect();
      const { how, pushes } = this.#restore(asked.positions?.[CHANNEL] ?? null);
      reply({ connected: this.#connected({ [CHANNEL]: how }) });
      this.#replay(session, pushes);
    } else if (kind === 'resync') {
      this.count('resync');
      const { how, pushes } = this.#restore(asked.position ?? null);
      reply({ subscribed: { [CHANNEL]: how } });
      this.#replay(session, pushes);
    } else if (kind === 'command') {
      const { clientOrderId } = asked.body as unknown as { clientOrderId: string };
      this.executed.add(clientOrderId);
      reply({ received: { commandId: clientOrderId } });
    } else if (kind === 'refresh') {
      reply({ refreshed: { expiresAt: new Date(this.#world.now() + SESSION_MS).toISOString() } });
    } else if (kind === 'ping') reply({ pong: {} });
    else reply({ noted: {} });
  }

  #replay(session: Served, pushes: Push[]): void {
    session.listens = true;
    for (const push of pushes) this.#send(session, { push });
  }

  #restore(from: Position | null): { how: Subscribed; pushes: Push[] } {
    const top = this.#pushes.at(-1)?.sequence ?? 0;
    const position = { epoch: EPOCH, sequence: top };
    if (from?.sequence === top) return { how: { mode: 'live', position }, pushes: [] };
    const kept = this.#pushes.slice(-this.#keptMax);
    const pushes = kept.filter(push => from === null || (push.sequence ?? 0) > from.sequence);
    const count = pushes.length;
    if (from && pushes[0]?.previous === from.sequence)
      return { how: { mode: 'replay', position, count }, pushes };
    this.count('gap');
    const firstAvailable = pushes[0]?.sequence ?? top + 1;
    return {
      how: { mode: 'gap', position, count, firstAvailable, reason: from ? 'evicted' : 'first' },
      pushes,
    };
  }

  #connected(channels: Record<string, Subscribed>) {
    const now = this.#world.now();
    const [serverTime, expiresAt] = [now, now + SESSION_MS].map(each => new Date(each).toISOString());
    const node = { node: 'n', user: 'ann', pingSeconds: 25, heartbeatSeconds: 30 };
    return { session: 's', ...node, serverTime, expiresAt, channels };
  }

  #send(session: Served, message: unknown): void {
    this.#world.after(session.latencyMs, () => {
      if (!session.over) session.peer.deliver(message);
    });
  }

  #end(session: Served, code: number): void {
    if (session.over) return;
    this.#forget(session);
    session.peer.end(code);
  }

  #forget(session: Served): void {
    session.over = true;
    this.#sessions = this.#sessions.filter(other => other !== session);
  }
}
