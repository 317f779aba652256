/** What carries the protocol. The messages are the same on each: PROTOCOL.md §2.6. */
export type Transport = 'socket' | 'sse' | 'poll';

/** The best first. */
export const TRANSPORTS: readonly Transport[] = ['socket', 'sse', 'poll'];

/** So many attempts in a row that the server knew nothing of mean that this network lets the transport not through. */
export const FAILURES_MAX = 2;

export function isTransport(word: unknown): word is Transport {
  return TRANSPORTS.includes(word as Transport);
}

/** Which transport the next attempt takes: the last that worked, or the next one where it keeps failing. */
export class TransportChoice {
  readonly #allowed: readonly Transport[];
  #at = 0;
  #failures = 0;

  constructor(allowed: readonly Transport[] = TRANSPORTS) {
    this.#allowed = TRANSPORTS.filter(each => allowed.includes(each));
    if (this.#allowed.length === 0) throw new Error(`transports must name one of ${TRANSPORTS.join(', ')}`);
  }

  /** `told`: by the operators, with the ticket. They win, but for what this program does not use at all. */
  next(told?: Transport): Transport {
    const own = this.#allowed[this.#at] ?? 'socket';
    return told && this.#allowed.includes(told) ? told : own;
  }

  /** Those to be tried while `serving` carries the connection, the best first. */
  better(serving: Transport, told?: Transport): readonly Transport[] {
    if (told && this.#allowed.includes(told)) return told === serving ? [] : [told];
    return this.#allowed.slice(0, Math.max(0, this.#allowed.indexOf(serving)));
  }

  worked(transport: Transport): void {
    this.#at = Math.max(0, this.#allowed.indexOf(transport));
    this.#failures = 0;
  }

  /** An attempt ended before it had worked. `heard`: the server said something, so the way to it is open. */
  failed(transport: Transport, heard: boolean): void {
    if (transport !== this.#allowed[this.#at]) return;
    this.#failures = heard ? 0 : this.#failures + 1;
    if (this.#failures < FAILURES_MAX) return;
    this.#failures = 0;
    this.#at = (this.#at + 1) % this.#allowed.length;
  }
}
