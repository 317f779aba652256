import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lines } from '../../test/support/activity.ts';
import { aFeed, NOON, settle } from '../../test/support/feed.ts';
import { aFill, anOrderState, aReceivedRfq } from '../../test/support/records.ts';

const newOrder = anOrderState({ orderId: 'new', at: '2026-11-21T12:00:00.123456789Z' });

describe('the activity feed', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOON }));
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

  it('says why it could not be read, and tries again by itself', async () => {
    const { gateway, told, state, ids } = aFeed(lines(3));
    gateway.away = true;
    await settle();
    expect(state().snapshot).toMatchObject({ kind: 'failed', reason: 'The gateway cannot be reached.' });
    await told({ kind: 'order', order: newOrder });
    expect([ids(), state().readAt]).toEqual([[], null]);
    gateway.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state().snapshot.kind, ids().length]).toEqual(['ready', 4]);
  });

  it('remembers when it was read last, whatever fails afterwards', async () => {
    const { gateway, reconnects, state, ids } = aFeed(lines(3));
    await vi.advanceTimersByTimeAsync(60_000);
    gateway.away = true;
    await reconnects();
    expect([state().snapshot.kind, state().readAt, ids().length]).toEqual(['failed', NOON, 3]);
    gateway.away = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect([state().snapshot.kind, state().readAt]).toEqual(['ready', NOON + 65_000]);
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
    const { gateway, told, stop, reconnects, ids } = aFeed(lines(3));
    await settle();
    gateway.away = true;
    await reconnects();
    stop();
    await told({ kind: 'order', order: newOrder });
    await reconnects();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([gateway.asked.length, ids()]).toEqual([2, ['o-3', 'o-2', 'o-1']]);
  });
});
