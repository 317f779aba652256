import type { Link, LinkEnd } from './link.ts';
import type { GivenTicket, Ticket } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import type { Transport, TransportChoice } from './transport.ts';

/** While a fallback serves, a better transport is tried after this long, later after twice as long, and so on. */
export const BACK_FIRST_MS = 60_000;
export const BACK_MAX_MS = 600_000;
/** Up to so much of it is added by chance, so that those who lost the same thing do not try together. */
const JITTER = 0.25;

interface Floor {
  ticket(): Promise<Ticket>;
  signedOut(): void;
  /** Opens another link beside the one that serves; `taken`: it is live and serves from now on. */
  open(ticket: GivenTicket, transport: Transport, taken: () => void, failed: (end: LinkEnd) => void): Link;
}

/** Goes back to a better transport while the present one serves: it is given up only once the other is live. */
export class WayBack {
  readonly #surroundings: Surroundings;
  readonly #choice: TransportChoice;
  readonly #floor: Floor;
  #serving: Transport | null = null;
  #tries = 0;
  #dueAt: number | null = null;
  #candidate: Link | null = null;
  #cancelTimer: () => void = () => {};
  /** Grows with each link that serves, so that what belongs to an earlier one is recognised. */
  #generation = 0;

  constructor(surroundings: Surroundings, choice: TransportChoice, floor: Floor) {
    this.#surroundings = surroundings;
    this.#choice = choice;
    this.#floor = floor;
  }

  /** `transport` serves now. Should it not last, the next try is a later one all the same. */
  live(transport: Transport): void {
    this.stop();
    this.#serving = transport;
    if (this.#isBest(transport)) this.#tryLater();
    else this.#plan();
  }

  /** What did not come through before may come now. */
  networkChanged(): void {
    this.#tries = 0;
    this.#dueAt = this.#surroundings.now();
    if (!this.#serving || this.#isBest(this.#serving)) return;
    this.#giveUp('the network changed');
    this.#plan();
  }

  worked(transport: Transport): void {
    if (this.#isBest(transport)) this.#tries = 0;
  }

  /** Nothing serves now. When it is tried again stays as it was planned. */
  stop(): void {
    this.#serving = null;
    this.#giveUp('the link beside it ended');
  }

  #giveUp(why: string): void {
    this.#generation += 1;
    this.#cancelTimer();
    const candidate = this.#candidate;
    this.#candidate = null;
    candidate?.drop(why);
  }

  #isBest(transport: Transport): boolean {
    return this.#choice.better(transport).length === 0;
  }

  #tryLater(): void {
    this.#tries += 1;
    this.#dueAt = null;
  }

  #plan(): void {
    const now = this.#surroundings.now();
    if (this.#dueAt === null) {
      const wait = Math.min(BACK_MAX_MS, BACK_FIRST_MS * 2 ** Math.min(this.#tries, 16));
      this.#dueAt = now + Math.round(wait * (1 + JITTER * this.#surroundings.random()));
    }
    this.#cancelTimer = this.#surroundings.after(Math.max(0, this.#dueAt - now), () => void this.#try(0));
  }

  /** Each of the better ones once, the best first; each needs a ticket of its own. */
  async #try(index: number): Promise<void> {
    const generation = this.#generation;
    const ticket = await this.#floor.ticket();
    if (generation !== this.#generation) return;
    if (ticket.kind === 'signed-out') {
      this.#floor.signedOut();
      return;
    }
    const told = ticket.kind === 'ticket' ? ticket.transport : undefined;
    const transport = this.#serving ? this.#choice.better(this.#serving, told)[index] : undefined;
    if (ticket.kind === 'unavailable' || transport === undefined) {
      this.#tryLater();
      this.#plan();
      return;
    }
    const taken = () => {
      this.#candidate = null;
    };
    this.#candidate = this.#floor.open(ticket, transport, taken, () => {
      if (generation !== this.#generation) return;
      this.#candidate = null;
      void this.#try(index + 1);
    });
  }
}
