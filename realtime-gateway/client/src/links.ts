import type { Wanted } from './channels.ts';
import type { Command } from './command.ts';
import { Link, type LinkEnd } from './link.ts';
import type { Connected, Push, Request } from './protocol.ts';
import { type Answered, type Reply, UNKNOWN } from './requests.ts';
import type { ConnectOptions, GivenTicket, Ticket } from './state.ts';
import type { Surroundings } from './surroundings.ts';
import { type Transport, TransportChoice } from './transport.ts';
import { WayBack } from './way-back.ts';

/** What a link that serves begins with. */
export interface Serving {
  connected: Connected;
  asked: Wanted['channels'];
  transport: Transport;
  /** It is what the operators want. */
  told: boolean;
}

interface Holder {
  ticket(): Promise<Ticket>;
  wanted(): Wanted;
  serves(serving: Serving): void;
  heard(): void;
  push(push: Push): void;
  unreadable(): void;
  /** The link that served, or was to serve, has ended. */
  ended(end: LinkEnd): void;
  signedOut(): void;
}

/** What becomes of a link that does not serve yet. */
interface Beginning {
  live(serving: Serving, link: Link): void;
  failed?(end: LinkEnd): void;
}

const UNREACHABLE: LinkEnd = {
  verdict: 'come-back',
  code: 0,
  reason: 'the gateway cannot be reached',
  blocked: false,
};

/** The link that serves, those beside it, and which transport they take. */
export class Links {
  readonly #surroundings: Surroundings;
  readonly #options: ConnectOptions;
  readonly #holder: Holder;
  readonly #choice: TransportChoice;
  readonly #wayBack: WayBack;
  #link: Link | null = null;
  /** The link before has answers to give: what is sent must not overtake what it carries. */
  #retiring: Promise<void> | null = null;
  #generation = 0;

  constructor(surroundings: Surroundings, options: ConnectOptions, holder: Holder) {
    this.#surroundings = surroundings;
    this.#options = options;
    this.#holder = holder;
    this.#choice = new TransportChoice(options.transports);
    this.#wayBack = new WayBack(surroundings, this.#choice, {
      ticket: () => holder.ticket(),
      signedOut: () => holder.signedOut(),
      open: (ticket, transport, taken, failed) =>
        this.#dial(ticket, transport, {
          live: (serving, link) => {
            taken();
            this.#takeOver(serving, link);
          },
          failed,
        }),
    });
  }

  /** Grows with each attempt, link that serves and end, so that what belongs to an earlier one is recognised. */
  get generation(): number {
    return this.#generation;
  }

  /** No link is there, and none under way. */
  get isIdle(): boolean {
    return this.#link === null;
  }

  async open(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const ticket = await this.#holder.ticket();
    if (generation !== this.#generation) return;
    if (ticket.kind === 'signed-out') this.#holder.signedOut();
    else if (ticket.kind === 'unavailable') this.#ended(UNREACHABLE);
    else {
      const transport = this.#choice.next(ticket.transport);
      this.#link = this.#dial(ticket, transport, { live: serving => this.#serve(serving) });
    }
  }

  ask(request: Request, timeoutMs: number, answered: Answered): void {
    if (this.#link) this.#link.ask(request, timeoutMs, answered);
    else answered(UNKNOWN);
  }

  /** Commands keep their order, whatever carries them. */
  command(command: Command, timeoutMs: number): Promise<Reply> {
    const ask = () => new Promise<Reply>(resolve => this.ask({ command }, timeoutMs, resolve));
    return this.#retiring ? this.#retiring.then(ask) : ask();
  }

  drop(reason: string): void {
    this.#link?.drop(reason);
  }

  networkChanged(): void {
    this.#wayBack.networkChanged();
  }

  close(): void {
    this.#generation += 1;
    this.#wayBack.stop();
    const link = this.#link;
    this.#link = null;
    link?.drop('closed by the client');
  }

  #dial(ticket: GivenTicket, transport: Transport, first: Beginning): Link {
    let asked: Wanted['channels'] = new Map();
    const serves = () => link === this.#link;
    const link: Link = new Link(this.#surroundings, transport, this.#options.url, {
      hello: () => {
        const { channels, positions } = this.#holder.wanted();
        asked = channels;
        return {
          connect: {
            ticket: ticket.ticket,
            client: this.#options.client,
            channels: [...channels.keys()],
            positions,
          },
        };
      },
      connected: connected =>
        first.live({ connected, asked, transport, told: ticket.transport === transport }, link),
      worked: () => this.#worked(transport),
      heard: () => serves() && this.#holder.heard(),
      push: push => serves() && this.#holder.push(push),
      unreadable: () => serves() && this.#holder.unreadable(),
      ended: end => (serves() ? this.#ended(end) : first.failed?.(end)),
    });
    return link;
  }

  #takeOver(serving: Serving, link: Link): void {
    const before = this.#link;
    this.#generation += 1;
    this.#link = link;
    const retired = new Promise<void>(ended => (before ? before.retire(ended) : ended()));
    const retiring = retired.then(() => {
      if (this.#retiring === retiring) this.#retiring = null;
    });
    this.#retiring = retiring;
    this.#serve(serving);
  }

  #serve(serving: Serving): void {
    this.#holder.serves(serving);
    this.#wayBack.live(serving.transport);
  }

  #worked(transport: Transport): void {
    this.#choice.worked(transport);
    this.#wayBack.worked(transport);
  }

  #ended(end: LinkEnd): void {
    if (this.#link) this.#choice.failed(this.#link.transport, !end.blocked);
    this.#link = null;
    this.#generation += 1;
    this.#wayBack.stop();
    this.#holder.ended(end);
  }
}
