import { SUBPROTOCOL } from '../protocol.ts';
import type { Surroundings } from '../surroundings.ts';

/** How a session over HTTP ended; `disconnect` is what the server said before. */
export interface Ending {
  code: number;
  reason: string;
  disconnect?: unknown;
}

/** What a socket of which nothing more is known ends with. */
const LOST = 1006;
const TOO_BIG = 1009;
const OVERLOADED = 1013;
const TOO_LARGE = 413;
const ANSWERS_LATER: ReadonlySet<number> = new Set([429, 503]);

export function lost(reason: string): Ending {
  return { code: LOST, reason };
}

/** A call that was answered with an error. */
export class CallRefused extends Error {
  readonly status: number;
  readonly ending: Ending;

  constructor(status: number, ending: Ending) {
    super(ending.reason);
    this.name = 'CallRefused';
    this.status = status;
    this.ending = ending;
  }
}

/** The calls of one session over HTTP, next to the address of the socket: `wss://host/ws` has `https://host/live`. */
export class LiveCalls {
  readonly #address: URL;
  readonly #surroundings: Surroundings;
  readonly #ending = new AbortController();
  #session: string | null = null;

  constructor(socketAddress: string, surroundings: Surroundings) {
    this.#address = new URL(socketAddress.replace(/^ws/, 'http'));
    this.#surroundings = surroundings;
  }

  get isOver(): boolean {
    return this.#ending.signal.aborted;
  }

  /** Opens the session with its first message. */
  async open(path: string, hello: string): Promise<Response> {
    const response = await this.post(path, hello);
    this.#session = response.headers.get('ringside-session');
    if (this.#session === null) throw new CallRefused(response.status, lost('no gateway answered'));
    return response;
  }

  /** Fails with {@link CallRefused} unless the answer is a good one. */
  async post(path: string, body: string): Promise<Response> {
    const response = await this.#call('POST', path, { body, signal: this.#ending.signal });
    if (!response.ok) throw new CallRefused(response.status, await refusalOf(response));
    return response;
  }

  pause(ms: number): Promise<void> {
    return new Promise(passed => this.#surroundings.after(ms, passed));
  }

  now(): number {
    return this.#surroundings.now();
  }

  /** Ends all that is under way. The gateway is told, so that it does not wait for a sign of life. */
  end(tell: boolean): void {
    if (this.isOver) return;
    this.#ending.abort();
    if (tell && this.#session) void this.#call('DELETE', '', { keepalive: true }).catch(() => {});
  }

  #call(method: string, path: string, more: RequestInit): Promise<Response> {
    const headers: Record<string, string> = { 'ringside-protocol': SUBPROTOCOL };
    if (more.body) headers['content-type'] = 'application/json';
    if (this.#session) headers['ringside-session'] = this.#session;
    const url = new URL(path === '' ? 'live' : `live/${path}`, this.#address);
    return this.#surroundings.fetch(url.href, { method, headers, cache: 'no-store', ...more });
  }
}

/** Our own server says when to come back; what a proxy answers in its place says nothing about it. */
async function refusalOf(response: Response): Promise<Ending> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, retryAfterMs } = (body ?? {}) as Record<string, unknown>;
  const reason = typeof detail === 'string' ? detail : `status ${response.status}`;
  if (typeof code === 'string' && response.status === TOO_LARGE) return { code: TOO_BIG, reason };
  if (typeof code !== 'string' || !ANSWERS_LATER.has(response.status)) return lost(reason);
  const pace = typeof retryAfterMs === 'number' ? { retryAfterMs, jitterMs: retryAfterMs } : {};
  const disconnect = { code: OVERLOADED, reason, reconnect: true, ...pace };
  return { code: OVERLOADED, reason, disconnect: { disconnect } };
}
