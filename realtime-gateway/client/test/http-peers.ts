import type { Surroundings } from '../src/index.ts';
import { Peer } from './peer.ts';

/** A poll is answered with nothing after this long, ms. */
const HOLD_MS = 20_000;
const WORDLESS = 1006;

interface Batch {
  number: number;
  messages: unknown[];
  close?: { code: number; reason: string };
}

/** A session over HTTP whose other end is the test. */
export abstract class HttpPeer extends Peer {
  readonly name: string;
  /** The bodies of the calls that carried messages up. */
  readonly posts: string[] = [];

  constructor(name: string) {
    super();
    this.name = name;
  }

  abstract open(signal: AbortSignal): Promise<Response>;

  /** The body of a call: the messages, a line each. */
  post(body: string): void {
    this.posts.push(body);
    for (const line of body.split('\n').filter(each => each !== '')) this.take(line);
  }

  hello(body: string): void {
    this.take(body);
  }

  leave(): void {
    this.closed();
  }

  protected headers(type: string): Record<string, string> {
    return { 'content-type': type, 'ringside-session': this.name };
  }
}

export class SsePeer extends HttpPeer {
  #body: ReadableStreamDefaultController<Uint8Array> | null = null;

  async open(signal: AbortSignal): Promise<Response> {
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.#body = controller;
      },
    });
    signal.addEventListener('abort', () => {
      this.#break(new Error('aborted'));
      this.closed();
    });
    return new Response(body, { headers: this.headers('text/event-stream') });
  }

  deliver(message: unknown): void {
    this.write(`data: ${typeof message === 'string' ? message : JSON.stringify(message)}\n\n`);
  }

  write(text: string): void {
    this.#body?.enqueue(new TextEncoder().encode(text));
  }

  end(code: number, reason = ''): void {
    if (code === WORDLESS) this.#break(new Error('the line broke'));
    else {
      this.write(`event: close\ndata: ${JSON.stringify({ code, reason })}\n\n`);
      this.#body?.close();
      this.#body = null;
    }
  }

  #break(why: Error): void {
    this.#body?.error(why);
    this.#body = null;
  }
}

export class PollPeer extends HttpPeer {
  readonly #world: Surroundings;
  #queue: unknown[] = [];
  #close: Batch['close'] | null = null;
  #last: Batch = { number: 0, messages: [] };
  #waiting: { answer(response: Response): void; fail(why: Error): void } | null = null;
  #cancelHold: () => void = () => {};
  #broken = false;

  constructor(name: string, world: Surroundings) {
    super(name);
    this.#world = world;
  }

  open(signal: AbortSignal): Promise<Response> {
    signal.addEventListener('abort', () => {
      this.#waiting?.fail(new Error('aborted'));
      this.closed();
    });
    return this.#wait();
  }

  next(after: number): Promise<Response> {
    if (this.#broken) return Promise.resolve(new Response('{"code":"NOT_FOUND"}', { status: 404 }));
    if (after === this.#last.number - 1) return Promise.resolve(this.#answered());
    if (after !== this.#last.number) throw new Error(`asked for ${after}, stands at ${this.#last.number}`);
    return this.#wait();
  }

  deliver(message: unknown): void {
    this.#queue.push(typeof message === 'string' ? JSON.parse(message) : message);
    void Promise.resolve().then(() => this.#flush());
  }

  end(code: number, reason = ''): void {
    if (code === WORDLESS) {
      this.#broken = true;
      this.#waiting?.fail(new Error('the line broke'));
      this.#waiting = null;
    } else {
      this.#close = { code, reason };
      this.#flush();
    }
  }

  /** The answer that is under way gets lost, with what it carried. */
  loseAnswer(): void {
    const lost = this.#waiting;
    this.#waiting = { answer: () => lost?.fail(new Error('the answer was lost')), fail: () => {} };
  }

  #wait(): Promise<Response> {
    return new Promise((answer, fail) => {
      this.#waiting?.answer(this.#answered({ number: this.#last.number, messages: [] }));
      this.#waiting = { answer, fail };
      this.#cancelHold();
      this.#cancelHold = this.#world.after(HOLD_MS, () => {
        this.#waiting?.answer(this.#answered({ number: this.#last.number, messages: [] }));
        this.#waiting = null;
      });
      this.#flush();
    });
  }

  #flush(): void {
    if (!this.#waiting || (this.#queue.length === 0 && !this.#close)) return;
    const close = this.#close ? { close: this.#close } : {};
    this.#last = { number: this.#last.number + 1, messages: this.#queue, ...close };
    this.#queue = [];
    const { answer } = this.#waiting;
    this.#waiting = null;
    answer(this.#answered());
  }

  #answered(batch: Batch = this.#last): Response {
    return new Response(JSON.stringify(batch), { headers: this.headers('application/json') });
  }
}

/** The gateway's calls under `/live`, answered by sessions that the test moves by hand. */
export class HttpPeers {
  readonly all: HttpPeer[] = [];
  readonly calls: { line: string; headers: Record<string, string> }[] = [];
  /** What is answered in the gateway's place, by whoever stands between. */
  between: (line: string) => Promise<Response> | null = () => Promise.reject(new Error('no way'));
  onPeer: (peer: HttpPeer) => void = () => {};
  readonly #world: Surroundings;

  constructor(world: Surroundings) {
    this.#world = world;
  }

  /** The way to the gateway is open. */
  letThrough(): void {
    this.between = () => null;
  }

  get peer(): HttpPeer {
    const peer = this.all.at(-1);
    if (!peer) throw new Error('no session was opened');
    return peer;
  }

  async fetch(url: string, init: RequestInit): Promise<Response> {
    const headers = init.headers as Record<string, string>;
    const line = `${init.method} ${new URL(url).pathname}`;
    this.calls.push({ line, headers });
    const answer = this.between(line);
    if (answer) return answer;
    const body = String(init.body ?? '');
    const signal = init.signal ?? new AbortController().signal;
    if (line === 'POST /live/sse') return this.#open(new SsePeer(this.#name()), body, signal);
    if (line === 'POST /live/poll') return this.#open(new PollPeer(this.#name(), this.#world), body, signal);
    const peer = this.all.find(({ name }) => name === headers['ringside-session']);
    if (!peer || peer.closedByClient) return new Response('{"code":"NOT_FOUND"}', { status: 404 });
    if (line === 'DELETE /live') peer.leave();
    else if (line === 'POST /live/send') peer.post(body);
    else return (peer as PollPeer).next(JSON.parse(body).after);
    return new Response(null, { status: 204 });
  }

  #name(): string {
    return `node-1.${this.all.length + 1}`;
  }

  #open(peer: HttpPeer, hello: string, signal: AbortSignal): Promise<Response> {
    this.all.push(peer);
    this.onPeer(peer);
    const response = peer.open(signal);
    peer.hello(hello);
    return response;
  }
}
