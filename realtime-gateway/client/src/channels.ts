import type { Position, Push, Request, Subscribed } from './protocol.ts';
import type { Answered, Reply } from './requests.ts';
import type { Traffic } from './state.ts';
import { type Channel, type ChannelListener, Subscriptions } from './subscriptions.ts';

interface Carrier {
  isLive(): boolean;
  ask(request: Request, answered: Answered): void;
  /** Calls `act` once, after `ms`. */
  after(ms: number, act: () => void): void;
  /** Gives the present link up, unless it is another one by now. */
  drop(reason: string): void;
  /** Changes with every link, so that an answer of an old one is recognised. */
  generation(): number;
}

/** What a new link is to carry, and from where on. */
export interface Wanted {
  channels: ReadonlyMap<string, Channel>;
  positions: Record<string, Position>;
}

/** What was refused for now is asked for again after this long, unless the server says when, ms. */
const ASK_AGAIN_MS = 1_000;

/** Keeps the wanted channels subscribed and without gaps, on whatever link there is. */
export class Channels {
  readonly #carrier: Carrier;
  readonly #traffic: Traffic;
  readonly #subscriptions: Subscriptions;

  constructor(carrier: Carrier, traffic: Traffic, taken: (push: Push) => void) {
    this.#subscriptions = new Subscriptions(taken);
    this.#carrier = carrier;
    this.#traffic = traffic;
  }

  subscribe(channel: string, listener: ChannelListener, position: Position | null): () => void {
    this.#subscriptions.add(channel, listener, position);
    if (this.#carrier.isLive()) this.#subscribeNow(channel);
    return () => {
      this.#subscriptions.remove(channel);
      if (this.#carrier.isLive()) this.#carrier.ask({ unsubscribe: { channels: [channel] } }, () => {});
    };
  }

  position(channel: string): Position | null {
    return this.#subscriptions.position(channel);
  }

  /** What a new link asks for in its first frame. */
  wanted(): Wanted {
    return { channels: this.#subscriptions.required(), positions: this.#subscriptions.positions() };
  }

  /** A new link is live; `asked` is what its first frame named. Since then, some may have come and gone. */
  live(asked: Wanted['channels'], answers: Record<string, Subscribed>): void {
    this.#subscriptions.forgetResyncs();
    const isStill = (name: string) => this.#subscriptions.isWanted(name, asked.get(name));
    const gone = [...asked.keys()].filter(name => !isStill(name));
    const apart = this.#subscriptions.names().filter(name => !isStill(name));
    this.#subscriptions.restored(
      Object.fromEntries(Object.entries(answers).filter(([name]) => isStill(name))),
    );
    if (gone.length > 0) this.#carrier.ask({ unsubscribe: { channels: gone } }, () => {});
    for (const name of apart) this.#subscribeNow(name);
  }

  /** The user's rights cover these channels no more. */
  narrowed(channels: string[]): void {
    for (const channel of channels) {
      this.#subscriptions.refused(channel, 'FORBIDDEN', 'The rights of the user no longer cover it.');
    }
  }

  push(push: Push): void {
    if (this.#subscriptions.deliver(push) !== 'resync') return;
    this.#traffic.gaps += 1;
    this.#resync(push.channel);
  }

  #resync(channel: string): void {
    const generation = this.#carrier.generation();
    const position = this.#subscriptions.position(channel);
    this.#carrier.ask({ resync: { channel, position } }, reply => {
      if (generation !== this.#carrier.generation()) return;
      if (!this.#restored(reply)) this.#carrier.drop('a gap could not be filled');
    });
  }

  #subscribeNow(channel: string): void {
    const generation = this.#carrier.generation();
    const position = this.#subscriptions.position(channel);
    const positions = position ? { [channel]: position } : {};
    this.#carrier.ask({ subscribe: { channels: [channel], positions } }, reply => {
      if (generation !== this.#carrier.generation() || this.#restored(reply)) return;
      if (reply.kind === 'error' && reply.error.temporary) {
        this.#askAgain(channel, reply.error.retryAfterMs ?? ASK_AGAIN_MS, generation);
      } else if (reply.kind === 'error') {
        this.#subscriptions.refused(channel, reply.error.code, reply.error.message);
      } else {
        // A subscription that was not answered may have happened: only a new connection makes it certain.
        this.#carrier.drop('a subscription was not answered');
      }
    });
  }

  /** An error means that it did not happen. By then nobody may want the channel, or a new link asks for it. */
  #askAgain(channel: string, ms: number, generation: number): void {
    this.#carrier.after(ms, () => {
      const wanted = this.#subscriptions.names().includes(channel);
      if (wanted && generation === this.#carrier.generation()) this.#subscribeNow(channel);
    });
  }

  #restored(reply: Reply): boolean {
    if (reply.kind !== 'result' || !reply.result.subscribed) return false;
    this.#subscriptions.restored(reply.result.subscribed);
    return true;
  }
}
