import type { Refusal, Request, Result } from './protocol.ts';
import type { Surroundings } from './surroundings.ts';

/** How a request ended. No answer is no proof of anything: what was asked may have happened. */
export type Reply =
  | { kind: 'result'; result: Result }
  | { kind: 'error'; error: Refusal }
  | { kind: 'unknown' };

export type Answered = (reply: Reply) => void;

interface Pending {
  settle(reply: Reply): void;
  cancelTimer(): void;
}

export const UNKNOWN: Reply = { kind: 'unknown' };

/** Requests that wait for their reply on the present socket. */
export class Requests {
  readonly #surroundings: Surroundings;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;
  #whenAnswered: (() => void) | null = null;

  constructor(surroundings: Surroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * Sends through `send`; `answered` is called exactly once, before the next message of the socket is looked at. What
   * follows an answer (the pushes of a replay) relies on that; a promise would be too late for it.
   */
  ask(request: Request, timeoutMs: number, send: (frame: string) => void, answered: Answered): void {
    this.#lastId += 1;
    const id = this.#lastId;
    const settle = (reply: Reply) => {
      this.#pending.get(id)?.cancelTimer();
      this.#pending.delete(id);
      answered(reply);
      if (this.#pending.size === 0) this.#whenAnswered?.();
    };
    const cancelTimer = this.#surroundings.after(timeoutMs, () => settle(UNKNOWN));
    this.#pending.set(id, { settle, cancelTimer });
    send(JSON.stringify({ id, ...request }));
  }

  answer(id: number, reply: Reply): void {
    this.#pending.get(id)?.settle(reply);
  }

  /** Calls `act` once nothing waits any more, at once where nothing does. */
  whenAnswered(act: () => void): void {
    this.#whenAnswered = act;
    if (this.#pending.size === 0) act();
  }

  /** The socket is gone: whatever still waits is unknown. */
  abandon(): void {
    for (const pending of [...this.#pending.values()]) pending.settle(UNKNOWN);
  }
}
