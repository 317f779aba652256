import type { Socket, Surroundings } from '../src/index.ts';
import { HttpPeers } from './http-peers.ts';
import { Peer } from './peer.ts';

interface Timer {
  at: number;
  act: () => void;
}

/** A socket whose other end is the test. */
export class TestSocket extends Peer implements Socket {
  onopen: ((event: never) => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;

  send(frame: string): void {
    this.take(frame);
  }

  close(): void {
    this.closed();
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
}

/** Time, chance and network, moved by hand. */
export class World implements Surroundings {
  readonly sockets: TestSocket[] = [];
  readonly http = new HttpPeers(this);
  /** The version that each socket was opened with. */
  readonly offered: string[] = [];
  onSocket: (socket: TestSocket) => void = () => {};
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
    this.onSocket(socket);
    return socket;
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    return this.http.fetch(url, init);
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

const ROUNDS = 3;

/** Until all that promises and streams have left to do is done. */
export async function settle(): Promise<void> {
  for (let i = 0; i < ROUNDS; i++) await new Promise(setImmediate);
}
