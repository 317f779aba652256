import { createContext, createElement, type ReactElement, type ReactNode, useContext } from 'react';
import type { Connection } from '../connection.ts';
import { NotificationList } from './notification-list.ts';
import { type SharedChannels, sharedChannels } from './shared-channels.ts';

/** What all components below a provider share. */
interface Ringside {
  connection: Connection;
  channels: SharedChannels;
  notifications: NotificationList;
}

const RingsideContext = createContext<Ringside | null>(null);
const OF_CONNECTIONS = new WeakMap<Connection, Ringside>();

/** Hands a connection to the hooks of every component below. Opening and closing it stays with whoever made it. */
export function RingsideProvider(props: { connection: Connection; children?: ReactNode }): ReactElement {
  const value = ringsideOf(props.connection);
  return createElement(RingsideContext.Provider, { value }, props.children);
}

export function useRingside(): Ringside {
  const ringside = useContext(RingsideContext);
  if (!ringside) throw new Error('used outside of a RingsideProvider');
  return ringside;
}

function ringsideOf(connection: Connection): Ringside {
  const known = OF_CONNECTIONS.get(connection);
  if (known) return known;
  const channels = sharedChannels(connection);
  const fresh = { connection, channels, notifications: new NotificationList(channels) };
  OF_CONNECTIONS.set(connection, fresh);
  return fresh;
}
