import { CLIENT_GONE, isBlocked, verdictOf } from './close-codes.ts';
import { carry } from './fallback/carry.ts';
import { type Connected, type Disconnect, decode, type Push, type Request } from './protocol.ts';
import { type Answered, Requests, UNKNOWN } from './requests.ts';
import type { Socket, Surroundings } from './surroundings.ts';
import type { Transport } from './transport.ts';

/** Why a link ended and what follows from it. */
export interface LinkEnd {
  verdict: 'come-back' | 'signed-out' | 'stop';
  code: number;
  reason: string;
  retryAfterMs?: number;
  jitterMs?: number;
  /** It never worked, and the server had nothing against it. */
  blocked: boolean;
}

export interface LinkListener {
  /** What to say first. */
  hello(): Request;
  connected(connected: Connected): void;
  /** The first answer after that came: both directions let through what is small, too. */
  worked(): void;
  heard(): void;
  push(push: Push): void;
  unreadable(): void;
  ended(end: LinkEnd): void;
}

const CONNECT_TIMEOUT_MS = 10_000;
/** A link that another one took over from waits this long for its last answers. */
export const RETIRE_MS = 2_000;

/** One socket, or what looks like one, from its opening through the first frame to its end, which is told once. */
export class Link {
  readonly transport: Transport;
  readonly #surroundings: Surroundings;
  readonly #socket: Socket;
  readonly #listener: LinkListener;
  readonly #requests: Requests;
  #disconnect: Disconnect | null = null;
  #open = false;
  #connected = false;
  #worked = false;
  #ended = false;
  #cancelTimer: () => void = () => {};

  constructor(surroundings: Surroundings, transport: Transport, url: string, listener: LinkListener) {
    this.transport = transport;
    this.#surroundings = surroundings;
    this.#listener = listener;
    this.#requests = new Requests(surroundings);
    this.#socket = carry(transport, url, surroundings);
    this.#socket.onopen = () => this.#introduce();
    this.#socket.onmessage = event => this.#receive(event.data);
    this.#socket.onclose = event => this.#end(event.code, event.reason);
    this.#cancelTimer = surroundings.after(CONNECT_TIMEOUT_MS, () => this.drop('no answer'));
  }

  ask(request: Request, timeoutMs: number, answered: Answered): void {
    if (!this.#open || this.#ended) answered(UNKNOWN);
    else this.#requests.ask(request, timeoutMs, frame => this.#socket.send(frame), answered);
  }

  /** Ends it from our side. A dead peer would keep the socket's own closing waiting, so we do not wait for it. */
  drop(reason: string): void {
    if (this.#ended) return;
    this.#socket.close(CLIENT_GONE, reason);
    this.#end(CLIENT_GONE, reason);
  }

  /** Another link serves: ends this one once all that was asked is answered, and tells when. */
  retire(ended: () => void): void {
    let told = false;
    const end = () => {
      if (told) return;
      told = true;
      cancelTimer();
      this.drop('another link took over');
      ended();
    };
    const cancelTimer = this.#surroundings.after(RETIRE_MS, end);
    this.#requests.whenAnswered(end);
  }

  #introduce(): void {
    this.#open = true;
    if (this.#ended) return;
    this.ask(this.#listener.hello(), CONNECT_TIMEOUT_MS, reply => {
      this.#cancelTimer();
      if (reply.kind === 'result' && reply.result.connected) {
        this.#connected = true;
        this.#listener.connected(reply.result.connected);
      } else if (reply.kind === 'error') this.drop(reply.error.message);
      else this.drop('no answer');
    });
  }

  #receive(data: unknown): void {
    if (this.#ended) return;
    this.#listener.heard();
    const message = decode(data);
    switch (message.kind) {
      case 'result':
      case 'error':
        this.#proven();
        this.#requests.answer(message.id, message);
        return;
      case 'push':
        this.#listener.push(message.push);
        return;
      case 'disconnect':
        this.#disconnect = message.disconnect;
        return;
      case 'heartbeat':
      case 'refresh-required':
        return;
      case 'unreadable':
        this.#listener.unreadable();
    }
  }

  #proven(): void {
    if (!this.#connected || this.#worked) return;
    this.#worked = true;
    this.#listener.worked();
  }

  #end(code: number, reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#cancelTimer();
    this.#requests.abandon();
    const told = this.#disconnect;
    const verdict = verdictOf(told?.code ?? code);
    this.#listener.ended({
      verdict: told && !told.reconnect && verdict === 'come-back' ? 'stop' : verdict,
      code: told?.code ?? code,
      blocked: !this.#worked && isBlocked(told?.code ?? code),
      reason: told?.reason || reason || `closed with ${code}`,
      ...(told?.retryAfterMs === undefined ? {} : { retryAfterMs: told.retryAfterMs }),
      ...(told?.jitterMs === undefined ? {} : { jitterMs: told.jitterMs }),
    });
  }
}
