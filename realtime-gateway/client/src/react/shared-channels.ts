import type { Connection } from '../connection.ts';
import type { Push, Subscribed } from '../protocol.ts';

/** What a component learns of a channel. */
export type ChannelEvent =
  | { kind: 'restored'; how: Subscribed }
  | { kind: 'push'; push: Push }
  | { kind: 'refused'; code: string; message: string };

type Listener = (event: ChannelEvent) => void;

interface Shared {
  readonly listeners: Set<Listener>;
  /** The last answer of the server, and the last push of each type: for whoever comes later. */
  standing: ChannelEvent | null;
  readonly last: Map<string, ChannelEvent>;
  end(): void;
}

/** What every server of this version tells. Others are asked for apart: none may cost the rest its connection. */
const KNOWN = /^(?:inbox|alerts|presence|quotes\..+|valuations\..+)$/;

/** One subscription of a connection for all components that want the same channel. */
export class SharedChannels {
  readonly #connection: Pick<Connection, 'subscribe'>;
  readonly #channels = new Map<string, Shared>();

  constructor(connection: Pick<Connection, 'subscribe'>) {
    this.#connection = connection;
  }

  /** Tells what is known of the channel, then what happens on it, until the answer is called. */
  listen(channel: string, listener: Listener): () => void {
    const shared = this.#channels.get(channel) ?? this.#open(channel);
    if (shared.standing) listener(shared.standing);
    for (const event of shared.last.values()) listener(event);
    shared.listeners.add(listener);
    return () => {
      if (shared.listeners.delete(listener) && shared.listeners.size === 0) {
        this.#channels.delete(channel);
        shared.end();
      }
    };
  }

  #open(channel: string): Shared {
    const shared: Shared = { listeners: new Set(), standing: null, last: new Map(), end: () => {} };
    const tell = (event: ChannelEvent) => {
      for (const listener of [...shared.listeners]) listener(event);
    };
    const stand = (event: ChannelEvent) => {
      shared.standing = event;
      tell(event);
    };
    this.#channels.set(channel, shared);
    shared.end = this.#connection.subscribe(channel, {
      optional: !KNOWN.test(channel),
      restored: how => stand({ kind: 'restored', how }),
      refused: (code, message) => stand({ kind: 'refused', code, message }),
      push: push => {
        const event: ChannelEvent = { kind: 'push', push };
        shared.last.set(push.type, event);
        tell(event);
      },
    });
    return shared;
  }
}

const OF_CONNECTIONS = new WeakMap<object, SharedChannels>();

/** The shared channels of a connection: always the same. */
export function sharedChannels(connection: Pick<Connection, 'subscribe'>): SharedChannels {
  const known = OF_CONNECTIONS.get(connection);
  if (known) return known;
  const fresh = new SharedChannels(connection);
  OF_CONNECTIONS.set(connection, fresh);
  return fresh;
}
