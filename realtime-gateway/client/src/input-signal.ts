import type { Surroundings } from './surroundings.ts';

/** Input is told at most this often. */
export const INPUT_PACE_MS = 30_000;

/**
 * Tells the gateway when somebody last touched something: at once after a pause, at most every 30 s while it goes on,
 * the last touch too, and the true age after each connection, which counts as a touch otherwise.
 */
export class InputSignal {
  readonly #surroundings: Surroundings;
  readonly #tell: (idleSeconds: number) => void;
  #inputAt: number;
  #toldInputAt: number | null = null;
  #toldAt = Number.NEGATIVE_INFINITY;
  #live = false;
  #cancelTimer: (() => void) | null = null;

  constructor(surroundings: Surroundings, tell: (idleSeconds: number) => void) {
    this.#surroundings = surroundings;
    this.#tell = tell;
    // Whoever opens a connection has just touched something.
    this.#inputAt = surroundings.now();
  }

  input(): void {
    this.#inputAt = this.#surroundings.now();
    if (!this.#live || this.#cancelTimer) return;
    const wait = this.#toldAt + INPUT_PACE_MS - this.#inputAt;
    if (wait <= 0) this.#tellNow();
    else this.#cancelTimer = this.#surroundings.after(wait, () => this.#tellNow());
  }

  live(): void {
    this.#live = true;
    if (this.#idleSeconds() > 0) this.#tellNow();
  }

  down(): void {
    this.#live = false;
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#toldInputAt = null;
  }

  #tellNow(): void {
    this.#cancelTimer = null;
    if (this.#inputAt === this.#toldInputAt) return;
    this.#toldAt = this.#surroundings.now();
    this.#toldInputAt = this.#inputAt;
    this.#tell(this.#idleSeconds());
  }

  #idleSeconds(): number {
    return Math.max(0, Math.floor((this.#surroundings.now() - this.#inputAt) / 1_000));
  }
}
