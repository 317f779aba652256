import type { ActivityEntry } from '@ringside/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { lines } from '../../test/support/activity.ts';
import { aFill, anOrderState, aReceivedRfq } from '../../test/support/records.ts';
import { ActivityFeed } from './activity-feed.ts';
import { type ActivityFilter, type ActivitySort, NO_FILTER } from './activity-wish.ts';
import type { InboxEvent } from './feed-messages.ts';
import { type FloorState, initialState } from './state.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

/** A feed whose gateway answers with these lines, page by page, while it is not away. */
function aFeed(all: ActivityEntry[], sort: ActivitySort = 'time', filter: Partial<ActivityFilter> = {}) {
  const gateway = { all, away: false, asked: [] as string[], gate: Promise.resolve() };
  const floor = createStore<FloorState>(() => initialState(NOON));
  let tell: (event: InboxEvent) => void = () => {};
  const feed = new ActivityFeed(
    {
      session: {
        call: async <T>(_: string, path: string) => {
          gateway.asked.push(path);
          const answered = gateway.all;
          await gateway.gate;
          if (gateway.away) throw new Error('The gateway cannot be reached.');
          const query = new URLSearchParams(path.split('?')[1]);
          const from = Number.parseInt(query.get('cursor') ?? '0', 10);
          const to = from + Number.parseInt(query.get('limit') ?? '', 10);
          const more = to < answered.length;
          return { entries: answered.slice(from, to), ...(more && { nextCursor: String(to) }) } as T;
        },
      },
      inbox: {
        watch: listener => {
          tell = listener;
          return () => {};
        },
      },
      floor,
      now: () => NOON,
    },
    { kinds: [], sort, desc: true, filter: { ...NO_FILTER, ...filter } },
  );
  const stop = feed.start();
  const told = async (event: InboxEvent) => {
    tell(event);
    await vi.advanceTimersByTimeAsync(100);
  };
  const reconnects = async () => {
    floor.setState({ snapshot: { kind: 'ready', at: NOON } });
    await vi.advanceTimersByTimeAsync(0);
  };
  const ids = () => feed.state.getState().rows.map(row => row.entry.id);
  return { feed, gateway, told, reconnects, ids, stop, state: () => feed.state.getState() };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const newOrder = anOrderState({ orderId: 'new', at: '2026-11-21T12:00:00.123456789Z' });

describe('the activity feed', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('reads the first page, then one more whenever it is asked, to the end', async () => {
    const { feed, ids, state, stop } = aFeed(lines(230));
    await settle();
    expect([ids().length, state().older]).toEqual([100, { kind: 'more' }]);
    await feed.older();
    await Promise.all([feed.older(), feed.older()]);
    expect([ids().length, state().older]).toEqual([230, { kind: 'none' }]);
    expect(new Set(ids()).size).toBe(230);
    await feed.older();
    stop();
  });

  it('shows a new order and its fill where they belong, without reading', async () => {
    const { told, ids, gateway, state } = aFeed(lines(3));
    await settle();
    await told({ kind: 'order', order: newOrder });
    expect(ids()).toEqual(['new', 'o-3', 'o-2', 'o-1']);
    await told({ kind: 'order', order: aFill({ orderId: 'new', at: '2026-11-21T12:00:01Z' }) });
    expect(ids()).toEqual(['x-1', 'new', 'o-3', 'o-2', 'o-1']);
    expect(state().rows.map(row => row.entry.status)).toEqual(['TRADED', 'FILLED', 'NEW', 'NEW', 'NEW']);
    expect(gateway.asked).toHaveLength(1);
  });

  it('shows no line that stands beyond what was read, until that page is', async () => {
    const all = lines(150, at => ({ price: String(1_000 - at) as never }));
    const { feed, told, ids } = aFeed(all, 'price');
    await settle();
    const order = anOrderState({ orderId: 'cheap', limitPrice: '860.5' as never });
    await told({ kind: 'order', order });
    expect(ids()).not.toContain('cheap');
    await feed.older();
    expect(ids().indexOf('cheap')).toBe(140);
  });

  it('takes a line away that fits the filter no more', async () => {
    const { told, ids } = aFeed([], 'time', { stage: 'pending' });
    await settle();
    await told({ kind: 'rfq', view: aReceivedRfq() });
    expect(ids()).toEqual(['r-2']);
    const passed = aReceivedRfq({
      version: 2,
      quotes: [{ ...aReceivedRfq().quotes[0], status: 'PASSED' } as never],
    });
    await told({ kind: 'rfq', view: passed });
    expect(ids()).toEqual([]);
  });

  it('reads all that it shows again after a lost connection', async () => {
    const { feed, gateway, reconnects, ids, state } = aFeed(lines(230));
    await settle();
    await feed.older();
    gateway.all = lines(240, at => ({ version: 2, status: at % 2 === 0 ? 'FILLED' : 'NEW' }));
    await reconnects();
    expect(ids().slice(0, 2)).toEqual(['o-240', 'o-239']);
    expect([ids().length, state().rows[0]?.entry.status]).toEqual([200, 'FILLED']);
    expect(gateway.asked.at(-1)).toContain('limit=200');
  });

  it('keeps what was told while a page was on its way', async () => {
    const { gateway, told, reconnects, ids, state } = aFeed(lines(3));
    await settle();
    let open = () => {};
    gateway.gate = new Promise<void>(resolve => {
      open = resolve;
    });
    const reading = reconnects();
    await told({ kind: 'order', order: newOrder });
    await told({ kind: 'order', order: anOrderState({ orderId: 'o-1', version: 3, status: 'CANCELLED' }) });
    open();
    await reading;
    await settle();
    expect(ids()).toContain('new');
    expect(state().rows.find(row => row.entry.id === 'o-1')?.entry.status).toBe('CANCELLED');
  });

  it('says why it could not be read, and tries again by itself', async () => {
    const { gateway, state, ids } = aFeed(lines(3));
    gateway.away = true;
    await settle();
    expect(state().snapshot).toMatchObject({ kind: 'failed', reason: 'The gateway cannot be reached.' });
    gateway.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state().snapshot.kind, ids().length]).toEqual(['ready', 3]);
  });

  it('says why the next page could not be read, and keeps what there is', async () => {
    const { feed, gateway, state, ids } = aFeed(lines(150));
    await settle();
    gateway.away = true;
    await feed.older();
    expect([state().older, ids().length]).toEqual([
      { kind: 'failed', reason: 'The gateway cannot be reached.' },
      100,
    ]);
    gateway.away = false;
    await feed.older();
    expect([state().older, ids().length]).toEqual([{ kind: 'none' }, 150]);
  });

  it('hears and reads nothing once nobody looks', async () => {
    const { gateway, stop, reconnects } = aFeed(lines(3));
    await settle();
    stop();
    await reconnects();
    expect(gateway.asked).toHaveLength(1);
  });
});
