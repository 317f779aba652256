import type { Socket, Surroundings } from '../src/index.ts';

interface Timer {
  at: number;
  act: () => void;
}

type Frame = { id: number } & Record<string, unknown>;

/** A socket whose other end is the test. */
export class TestSocket implements Socket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: Frame[] = [];
  closedByClient = false;

  send(frame: string): void {
    this.sent.push(JSON.parse(frame) as Frame);
  }

  close(): void {
    this.closedByClient = true;
  }

  open(): void {
    this.onopen?.(undefined as never);
  }

  deliver(message: unknown): void {
    this.onmessage?.({ data: typeof message === 'string' ? message : JSON.stringify(message) });
  }

  end(code: number, reason = ''): void {
    this.onclose?.({ code, reason });
  }

  /** The requests of one kind, in the order they were sent. */
  requests(kind: string): Frame[] {
    return this.sent.filter(frame => kind in frame);
  }

  last(kind: string): Frame {
    const frame = this.requests(kind).at(-1);
    if (!frame) throw new Error(`no ${kind} was sent; sent: ${JSON.stringify(this.sent)}`);
    return frame;
  }

  answer(kind: string, result: unknown): void {
    this.deliver({ id: this.last(kind).id, result });
  }

  refuse(kind: string, error: unknown): void {
    this.deliver({ id: this.last(kind).id, error });
  }
}

/** Time, chance and network, moved by hand. */
export class World implements Surroundings {
  readonly sockets: TestSocket[] = [];
  /** The version that each socket was opened with. */
  readonly offered: string[] = [];
  chance = 0;
  #now = Date.parse('2026-11-21T12:00:00Z');
  #timers: Timer[] = [];

  now(): number {
    return this.#now;
  }

  random(): number {
    return this.chance;
  }

  after(ms: number, act: () => void): () => void {
    const timer = { at: this.#now + ms, act };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter(other => other !== timer);
    };
  }

  openSocket(_url: string, subprotocol: string): Socket {
    this.offered.push(subprotocol);
    const socket = new TestSocket();
    this.sockets.push(socket);
    return socket;
  }

  get socket(): TestSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }

  /** Lets time pass, one timer after the other, and promises settle after each. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (;;) {
      const [next] = this.#timers.filter(timer => timer.at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#timers = this.#timers.filter(timer => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
      await settle();
    }
    this.#now = until;
  }
}

const MICROTASKS = 20;

export async function settle(): Promise<void> {
  for (let i = 0; i < MICROTASKS; i++) await Promise.resolve();
}
