import type { ActivityEntry } from '@ringside/client';
import { vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { ActivityFeed } from '../../src/data/activity-feed.ts';
import { type ActivityFilter, type ActivitySort, NO_FILTER } from '../../src/data/activity-wish.ts';
import type { InboxEvent } from '../../src/data/feed-messages.ts';
import { type FloorState, initialState } from '../../src/data/state.ts';

export const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A feed whose gateway answers with these lines, page by page, while it is not away. */
export function aFeed(
  all: ActivityEntry[],
  sort: ActivitySort = 'time',
  filter: Partial<ActivityFilter> = {},
) {
  const gateway = { all, away: false, asked: [] as string[], gate: Promise.resolve() };
  const floor = createStore<FloorState>(() => initialState(NOON));
  const listeners = new Set<(event: InboxEvent, at: number) => void>();
  const feed = new ActivityFeed(
    {
      session: {
        call: async <T>(_: string, path: string) => {
          gateway.asked.push(path);
          const answered = gateway.all;
          await gateway.gate;
          if (gateway.away) throw new Error('The gateway cannot be reached.');
          const query = new URLSearchParams(path.split('?')[1]);
          const from = answered.findIndex(line => line.id === query.get('cursor')) + 1;
          const to = from + Number.parseInt(query.get('limit') ?? '', 10);
          const more = to < answered.length;
          return {
            entries: answered.slice(from, to),
            ...(more && { nextCursor: answered[to - 1]?.id }),
          } as T;
        },
      },
      inbox: {
        watch: listener => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      floor,
      now: () => Date.now(),
    },
    { kinds: [], sort, desc: true, filter: { ...NO_FILTER, ...filter } },
  );
  const stop = feed.start();
  const told = async (event: InboxEvent) => {
    for (const tell of listeners) tell(event, Date.now());
    await vi.advanceTimersByTimeAsync(100);
  };
  const reconnects = async () => {
    floor.setState({ snapshot: { kind: 'ready', at: NOON } });
    await vi.advanceTimersByTimeAsync(0);
  };
  /** Answers are on their way until the returned function is called. */
  const delay = () => {
    let open = () => {};
    gateway.gate = new Promise<void>(resolve => {
      open = resolve;
    });
    return async () => {
      open();
      await settle();
    };
  };
  const ids = () => feed.state.getState().rows.map(row => row.entry.id);
  return { feed, gateway, told, reconnects, delay, ids, stop, state: () => feed.state.getState() };
}

export const settle = () => vi.advanceTimersByTimeAsync(0);
