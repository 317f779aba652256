import type { Connection } from './connection.ts';
import type { Push } from './protocol.ts';

/** PROTOCOL.md §4. */
export type PresenceStatus = 'ACTIVE' | 'AWAY' | 'BUSY' | 'OFFLINE';

/** What somebody wants to be seen as; `AUTO` is what the hands tell. */
export type PresenceChoice = 'AUTO' | PresenceStatus;

export const PRESENCE_MESSAGE_CHARACTERS_MAX = 140;

export interface SetPresence {
  clientCommandId: string;
  status: PresenceChoice;
  /** One line for everybody to read. Without one an earlier one goes. */
  message?: string;
}

/** Somebody who trades, as everybody sees that person; of two, the one with the higher version is the newer. */
export interface Person {
  user: string;
  name: string;
  firm: string;
  firmName: string;
  status: PresenceStatus;
  message?: string;
  /** When the status began; absent for somebody who was never here. */
  since?: string;
  /** There for whoever is offline and was ever here. */
  lastSeenAt?: string;
  version: number;
}

/** What one chose, told to oneself alone. */
export interface OwnPresence {
  status: PresenceChoice;
  message?: string;
  version: number;
}

/** The command took effect. */
export interface PresenceChosen extends OwnPresence {
  clientCommandId: string;
  user: string;
  at: string;
}

/** The command had no effect. */
export interface PresenceRefused {
  commandId: string;
  user: string;
  reason: string;
  text: string;
  at: string;
}

interface Batch {
  batch: number;
  people: Person[];
}

const CHANNEL = 'presence';

/**
 * Tells how everybody is seen, the whole first and then whoever changes, until the answer is called. A socket that was
 * too slow for some changes is given the whole again.
 */
export function followPresence(
  connection: Pick<Connection, 'subscribe'>,
  seen: (people: Person[]) => void,
): () => void {
  let last: number | null = null;
  let end = () => {};
  const listener = {
    // Numbers are those of one socket.
    restored: () => {
      last = null;
    },
    push: ({ type, data }: Push) => {
      const { batch, people } = data as Batch;
      seen(people);
      if (type === 'presence.changed' && last !== null && batch > last + 1) {
        end();
        follow();
      } else {
        last = Math.max(last ?? batch, batch);
      }
    },
  };
  const follow = () => {
    last = null;
    end = connection.subscribe(CHANNEL, listener);
  };
  follow();
  return () => end();
}
