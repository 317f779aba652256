import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Command } from '../command.ts';
import type { CommandOutcome } from '../commands.ts';
import type { Push } from '../protocol.ts';
import type { Quote } from '../records.ts';
import type { ConnectionState } from '../state.ts';
import {
  type EmergencyStop,
  type SessionMetrics,
  type SessionRiskAlert,
  type SessionState,
  type SessionStatus,
  sessionChannel,
} from '../trading-session.ts';
import { Folded } from './folded.ts';
import type { Notification } from './notification.ts';
import { useRingside } from './provider.ts';
import type { ChannelEvent } from './shared-channels.ts';

export interface ConnectionView {
  state: ConnectionState;
  isConnected: boolean;
  /** Resolves with the command's one outcome. */
  command(command: Command): Promise<CommandOutcome>;
  /** Tries at once instead of at the next time planned. */
  reconnect(): void;
}

/** How the connection stands, and the way to send. */
export function useConnection(): ConnectionView {
  const { connection } = useRingside();
  const watch = useCallback((changed: () => void) => connection.watch(changed), [connection]);
  const state = useSyncExternalStore(watch, () => connection.state);
  return useMemo(
    () => ({
      state,
      isConnected: state.kind === 'live',
      command: command => connection.command(command),
      reconnect: () => connection.wake(),
    }),
    [connection, state],
  );
}

export interface ChannelView {
  /** `refused`: the server does not let this user have it, or does not tell it. */
  standing: 'waiting' | 'live' | 'refused';
  last: Push | null;
  refusal: { code: string; message: string } | null;
}

const UNHEARD: ChannelView = { standing: 'waiting', last: null, refusal: null };

/** The last push of a channel; who needs every single one takes `connection.handlers`. */
export function useChannel(channel: string): ChannelView {
  const { channels } = useRingside();
  const store = useMemo(() => new Folded(channels, [channel], UNHEARD, viewed), [channels, channel]);
  return useSyncExternalStore(store.watch, store.state);
}

function viewed(view: ChannelView, event: ChannelEvent): ChannelView {
  switch (event.kind) {
    case 'restored':
      return { ...view, standing: 'live', refusal: null };
    case 'push':
      return { ...view, last: event.push };
    case 'refused':
      return { ...view, standing: 'refused', refusal: { code: event.code, message: event.message } };
  }
}

const NO_QUOTES: ReadonlyMap<string, Quote> = new Map();
/** More instruments than this are taken from the quotes of all: a server lets 20 subscriptions pass at once. */
export const INSTRUMENTS_APART_MAX = 10;
/** No instrument's name has one. */
const SEPARATOR = ' ';

/** The latest quote of each of these instruments that has one. */
export function useMarketData(instruments: readonly string[]): ReadonlyMap<string, Quote> {
  const { channels } = useRingside();
  const names = [...new Set(instruments)].sort().join(SEPARATOR);
  const store = useMemo(() => {
    const wanted = new Set(names === '' ? [] : names.split(SEPARATOR));
    const apart = [...wanted].map(name => `quotes.${name}`);
    const feeds = wanted.size > INSTRUMENTS_APART_MAX ? ['quotes.*'] : apart;
    return new Folded(channels, feeds, NO_QUOTES, (quotes, event) => quoted(quotes, event, wanted));
  }, [channels, names]);
  return useSyncExternalStore(store.watch, store.state);
}

function quoted(
  quotes: ReadonlyMap<string, Quote>,
  event: ChannelEvent,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Quote> {
  if (event.kind !== 'push' || event.push.type !== 'quote') return quotes;
  const quote = event.push.data as Quote;
  return wanted.has(quote.instrument) ? new Map(quotes).set(quote.instrument, quote) : quotes;
}

export interface SessionView {
  status: SessionStatus | null;
  metrics: SessionMetrics | null;
  /** Why it was stopped at once, if it was. */
  stopped: EmergencyStop | null;
  lastRiskAlert: SessionRiskAlert | null;
  /** Nothing was told yet. */
  isLoading: boolean;
  /** The server does not tell of this session. */
  isUnavailable: boolean;
}

interface SessionTold {
  session: SessionState | null;
  stopped: EmergencyStop | null;
  lastRiskAlert: SessionRiskAlert | null;
  isUnavailable: boolean;
}

const UNTOLD: SessionTold = { session: null, stopped: null, lastRiskAlert: null, isUnavailable: false };

/** How a trading session stands. */
export function useSessionStatus(sessionId: string): SessionView {
  const { channels } = useRingside();
  const store = useMemo(
    () => new Folded(channels, [sessionChannel(sessionId)], UNTOLD, sessionTold),
    [channels, sessionId],
  );
  const { session, isUnavailable, ...rest } = useSyncExternalStore(store.watch, store.state);
  return {
    ...rest,
    status: session?.status ?? null,
    metrics: session?.metrics ?? null,
    isLoading: session === null && !isUnavailable,
    isUnavailable,
  };
}

function sessionTold(told: SessionTold, event: ChannelEvent): SessionTold {
  if (event.kind === 'refused') return { ...told, isUnavailable: true };
  if (event.kind === 'restored') return { ...told, isUnavailable: false };
  const { type, data } = event.push;
  switch (type) {
    case 'session.status': {
      const session = data as SessionState;
      return told.session && told.session.version >= session.version ? told : { ...told, session };
    }
    case 'session.stopped':
      return { ...told, stopped: data as EmergencyStop };
    case 'risk.alert':
      return { ...told, lastRiskAlert: data as SessionRiskAlert };
    default:
      return told;
  }
}

export interface NotificationsView {
  /** The newest first. */
  notifications: readonly Notification[];
  unreadCount: number;
  markAsRead(id: string): void;
  markAllAsRead(): void;
  clearAll(): void;
}

/** What this user should read: alerts, what operators tell, executions, refusals, requests for a price. */
export function useNotifications(): NotificationsView {
  const { notifications: list } = useRingside();
  const notifications = useSyncExternalStore(list.watch, list.list);
  const { markAsRead, markAllAsRead, clearAll } = list;
  const unreadCount = notifications.filter(each => !each.read).length;
  return { notifications, unreadCount, markAsRead, markAllAsRead, clearAll };
}
