import { Continuity } from './continuity.ts';
import type { Position, Push, Subscribed } from './protocol.ts';
import { complete } from './push-types.ts';

export interface ChannelListener {
  push?(push: Push): void;
  /** After each subscription, reconnection and resync. On `gap` the state has to be read anew. */
  restored?(how: Subscribed): void;
  /** The server does not let us have this channel. Only an optional one is asked for again, by the next connection. */
  refused?(code: string, message: string): void;
  /** The server may not know this channel: it is asked for apart, so that its refusal costs no other. */
  optional?: boolean;
}

/** A channel as somebody wants it; whoever subscribes anew has another one. */
export interface Channel {
  readonly listener: ChannelListener;
  readonly continuity: Continuity;
  /** A resync is under way: pushes that do not fit are its business, not a new gap. */
  resyncing: boolean;
}

export type Delivery = 'delivered' | 'resync' | 'nobody';

/** The channels that we want, whether or not a socket is there to carry them. */
export class Subscriptions {
  readonly #channels = new Map<string, Channel>();
  readonly #taken: (push: Push) => void;

  /** `taken`: hears of each push that somebody got, after that. */
  constructor(taken: (push: Push) => void) {
    this.#taken = taken;
  }

  add(channel: string, listener: ChannelListener, position: Position | null): void {
    if (this.#channels.has(channel)) throw new Error(`channel ${channel} is subscribed already`);
    this.#channels.set(channel, { listener, continuity: new Continuity(position), resyncing: false });
  }

  remove(channel: string): void {
    this.#channels.delete(channel);
  }

  names(): string[] {
    return [...this.#channels.keys()];
  }

  /** Those without which there need be no connection. */
  required(): ReadonlyMap<string, Channel> {
    return new Map([...this.#channels].filter(([, { listener }]) => !listener.optional));
  }

  isWanted(name: string, channel: Channel | undefined): boolean {
    return channel !== undefined && this.#channels.get(name) === channel;
  }

  position(channel: string): Position | null {
    return this.#channels.get(channel)?.continuity.position ?? null;
  }

  positions(): Record<string, Position> {
    const positions: Record<string, Position> = {};
    for (const [name, channel] of this.#channels) {
      if (channel.continuity.position) positions[name] = channel.continuity.position;
    }
    return positions;
  }

  restored(answers: Record<string, Subscribed>): void {
    for (const [name, how] of Object.entries(answers)) {
      const channel = this.#channels.get(name);
      if (!channel) continue;
      channel.resyncing = false;
      const here = channel.continuity.restored(how);
      channel.listener.restored?.(here);
    }
  }

  refused(name: string, code: string, message: string): void {
    const listener = this.#channels.get(name)?.listener;
    if (!listener?.optional) this.remove(name);
    listener?.refused?.(code, message);
  }

  deliver(push: Push): Delivery {
    const channel = this.#channels.get(push.channel) ?? this.#channels.get(wildcardOf(push.channel));
    if (!channel) return 'nobody';
    if (push.sequence === undefined) {
      this.#take(channel, push);
      return 'delivered';
    }
    const judgement = channel.continuity.judge(push);
    if (judgement === 'accept') this.#take(channel, push);
    if (judgement !== 'gap' || channel.resyncing) return 'delivered';
    channel.resyncing = true;
    return 'resync';
  }

  #take(channel: Channel, push: Push): void {
    const whole = complete(push);
    channel.listener.push?.(whole);
    this.#taken(whole);
  }

  /** A new socket: resyncs of the old one will not be answered. */
  forgetResyncs(): void {
    for (const channel of this.#channels.values()) channel.resyncing = false;
  }
}

function wildcardOf(channel: string): string {
  const dot = channel.indexOf('.');
  return dot < 0 ? channel : `${channel.slice(0, dot)}.*`;
}
