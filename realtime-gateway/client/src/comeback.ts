import { backoffMs, pacedMs } from './backoff.ts';
import type { LinkEnd } from './link.ts';
import type { Surroundings } from './surroundings.ts';

/** A connection that held this long counts as a success: the next backoff starts anew. */
export const STABLE_AFTER_MS = 5_000;

/** When to try again, for ever. */
export class Comeback {
  readonly #surroundings: Surroundings;
  #attempt = 0;
  #liveSince: number | null = null;
  #cancelTimer: () => void = () => {};

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /** How many times it was tried since the connection last held. */
  get attempt(): number {
    return this.#attempt;
  }

  live(): void {
    this.#liveSince = this.#surroundings.now();
  }

  /** Plans the next try; the answer is its time. */
  plan(end: Pick<LinkEnd, 'retryAfterMs' | 'jitterMs'>, open: () => void): number {
    const now = this.#surroundings.now();
    const held = this.#liveSince !== null && now - this.#liveSince >= STABLE_AFTER_MS;
    this.#liveSince = null;
    this.#attempt = held ? 1 : this.#attempt + 1;
    const random = this.#surroundings.random();
    const delay =
      end.retryAfterMs === undefined
        ? backoffMs(this.#attempt, random)
        : pacedMs(end.retryAfterMs, end.jitterMs ?? 0, random);
    this.cancel();
    this.#cancelTimer = this.#surroundings.after(delay, open);
    return now + delay;
  }

  cancel(): void {
    this.#cancelTimer();
  }
}
