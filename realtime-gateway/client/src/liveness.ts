import type { Reply } from './requests.ts';
import type { Surroundings } from './surroundings.ts';

export const PING_EVERY_MS = 5_000;
export const PING_TIMEOUT_MS = 10_000;
/** After waking up or a change of network a dead socket should be found out quickly. */
export const PROBE_TIMEOUT_MS = 2_000;

interface Peer {
  ping(timeoutMs: number): Promise<Reply>;
  measured(roundTripMs: number): void;
  dead(): void;
}

/** Measures the round trip and notices a peer that is gone. Any message of the peer counts as a sign of life. */
export class Liveness {
  readonly #surroundings: Surroundings;
  readonly #peer: Peer;
  #cancelTimer: () => void = () => {};
  #heardAt = 0;
  #generation = 0;

  constructor(surroundings: Surroundings, peer: Peer) {
    this.#surroundings = surroundings;
    this.#peer = peer;
  }

  start(): void {
    this.#generation += 1;
    this.heard();
    void this.#ping(PING_TIMEOUT_MS);
  }

  stop(): void {
    this.#generation += 1;
    this.#cancelTimer();
  }

  heard(): void {
    this.#heardAt = this.#surroundings.now();
  }

  /** Asks at once whether the peer is still there. */
  probe(): void {
    this.#generation += 1;
    this.#cancelTimer();
    void this.#ping(PROBE_TIMEOUT_MS);
  }

  async #ping(timeoutMs: number): Promise<void> {
    const generation = this.#generation;
    const asked = this.#surroundings.now();
    const reply = await this.#peer.ping(timeoutMs);
    if (generation !== this.#generation) return;
    if (reply.kind === 'unknown' && this.#heardAt <= asked) {
      this.#peer.dead();
      return;
    }
    if (reply.kind === 'result') this.#peer.measured(this.#surroundings.now() - asked);
    this.#cancelTimer = this.#surroundings.after(PING_EVERY_MS, () => void this.#ping(PING_TIMEOUT_MS));
  }
}
