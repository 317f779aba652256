import type { Request } from './protocol.ts';
import type { Reply } from './requests.ts';
import type { Ticket } from './state.ts';
import type { Surroundings } from './surroundings.ts';

/** The session of the socket is extended this long before it ends. */
export const RENEW_AHEAD_MS = 60_000;
/** The gateway takes two refreshes a minute. */
export const RENEW_AGAIN_MS = 35_000;
const REQUEST_TIMEOUT_MS = 10_000;

interface Holder {
  ticket(): Promise<Ticket>;
  ask(request: Request, timeoutMs: number): Promise<Reply>;
  signedOut(): void;
  /** The user's rights cover these channels no more. */
  narrowed(channels: string[]): void;
}

/** Extends the session of the live socket in band, so that a long day needs no reconnection. */
export class Renewal {
  readonly #surroundings: Surroundings;
  readonly #holder: Holder;
  #generation = 0;
  #cancelTimer: () => void = () => {};

  constructor(surroundings: Surroundings, holder: Holder) {
    this.#surroundings = surroundings;
    this.#holder = holder;
  }

  /** Times of the server are compared with the server's clock, not with ours. */
  start(expiresAt: string, serverTime: string): void {
    this.stop();
    this.#schedule(Date.parse(expiresAt) - Date.parse(serverTime));
  }

  stop(): void {
    this.#generation += 1;
    this.#cancelTimer();
  }

  #schedule(remainingMs: number): void {
    const wait = Math.max(RENEW_AGAIN_MS, remainingMs - RENEW_AHEAD_MS);
    this.#cancelTimer = this.#surroundings.after(wait, () => void this.#renew());
  }

  async #renew(): Promise<void> {
    const generation = this.#generation;
    const ticket = await this.#holder.ticket();
    if (generation !== this.#generation) return;
    if (ticket.kind === 'signed-out') {
      this.#holder.signedOut();
      return;
    }
    const asked = this.#surroundings.now();
    const reply: Reply =
      ticket.kind === 'ticket'
        ? await this.#holder.ask({ refresh: { ticket: ticket.ticket } }, REQUEST_TIMEOUT_MS)
        : { kind: 'unknown' };
    if (generation !== this.#generation) return;
    const refreshed = reply.kind === 'result' ? reply.result.refreshed : undefined;
    this.#schedule(refreshed === undefined ? 0 : Date.parse(refreshed.expiresAt) - asked);
    if (refreshed?.ended) this.#holder.narrowed(refreshed.ended);
  }
}
