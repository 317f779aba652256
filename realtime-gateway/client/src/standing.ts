import type { ConnectionState } from './state.ts';

/** How a connection stands, and who wants to hear of it. */
export class Standing {
  readonly #onState: ((state: ConnectionState) => void) | undefined;
  readonly #watching = new Set<(state: ConnectionState) => void>();
  #state: ConnectionState = { kind: 'connecting' };
  #networkGone = false;

  constructor(onState: ((state: ConnectionState) => void) | undefined) {
    this.#onState = onState;
  }

  get state(): ConnectionState {
    return this.#state;
  }

  get isLive(): boolean {
    return this.#state.kind === 'live';
  }

  get isWaiting(): boolean {
    return this.#state.kind === 'reconnecting' || this.#state.kind === 'offline';
  }

  /** It will not come back by itself. */
  get isOver(): boolean {
    const { kind } = this.#state;
    return kind === 'signed-out' || kind === 'stopped' || kind === 'closed';
  }

  watch(changed: (state: ConnectionState) => void): () => void {
    this.#watching.add(changed);
    return () => this.#watching.delete(changed);
  }

  /** Answers whether it had been gone. */
  networkBack(): boolean {
    const gone = this.#networkGone;
    this.#networkGone = false;
    return gone;
  }

  networkLost(): void {
    this.#networkGone = true;
    if (this.#state.kind !== 'reconnecting') return;
    this.enter({ kind: 'offline', attempt: this.#state.attempt, nextAt: this.#state.nextAt });
  }

  /** Nothing serves until the next try. */
  waits(attempt: number, nextAt: number, reason: string): void {
    if (this.#networkGone) this.enter({ kind: 'offline', attempt, nextAt });
    else this.enter({ kind: 'reconnecting', attempt, nextAt, reason });
  }

  measured(roundTripMs: number): void {
    if (this.#state.kind === 'live') this.enter({ ...this.#state, roundTripMs });
  }

  enter(state: ConnectionState): void {
    this.#state = state;
    this.#onState?.(state);
    for (const changed of this.#watching) changed(state);
  }
}
