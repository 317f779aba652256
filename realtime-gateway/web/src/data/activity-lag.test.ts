import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lines } from '../../test/support/activity.ts';
import { aFeed, NOON, settle } from '../../test/support/feed.ts';
import { aFill, anOrderState } from '../../test/support/records.ts';

const newOrder = anOrderState({ orderId: 'new', at: '2026-11-21T12:00:00.123456789Z' });

describe('the activity feed, of what is told while it is read,', () => {
  beforeEach(() => vi.useFakeTimers({ now: NOON }));
  afterEach(() => vi.useRealTimers());

  it('keeps what was told while a page was on its way', async () => {
    const { delay, told, reconnects, ids, state } = aFeed(lines(3));
    await settle();
    const arrive = delay();
    await reconnects();
    await told({ kind: 'order', order: newOrder });
    await told({ kind: 'order', order: anOrderState({ orderId: 'o-1', version: 3, status: 'CANCELLED' }) });
    await arrive();
    expect(ids()).toContain('new');
    expect(state().rows.find(row => row.entry.id === 'o-1')?.entry.status).toBe('CANCELLED');
  });

  it.each([
    ['keeps what was told a moment before the reading', 1_000, ['new', 'o-2', 'o-1']],
    ['lets go what a reading lacks that must know of it', 6_000, ['o-2', 'o-1']],
  ])('%s', async (_, ms, expected) => {
    const { told, reconnects, ids } = aFeed(lines(2));
    await settle();
    await told({ kind: 'order', order: newOrder });
    await vi.advanceTimersByTimeAsync(ms);
    await reconnects();
    expect(ids()).toEqual(expected);
  });

  it('shows nothing again that left the filter, though a later answer still has it', async () => {
    const { feed, delay, told, reconnects, ids } = aFeed(lines(230), 'time', { stage: 'pending' });
    await settle();
    const reading = delay();
    await reconnects();
    await told({ kind: 'order', order: anOrderState({ orderId: 'o-230', version: 2, status: 'CANCELLED' }) });
    await reading();
    expect([ids()[0], ids().length]).toEqual(['o-229', 99]);
    const page = delay();
    const older = feed.older();
    await told({ kind: 'order', order: anOrderState({ orderId: 'o-100', version: 2, status: 'CANCELLED' }) });
    await page();
    await older;
    expect(ids()).not.toContain('o-100');
    await told({ kind: 'order', order: anOrderState({ orderId: 'o-100', version: 3 }) });
    expect(ids()).toContain('o-100');
  });

  it('still knows what became of a line that left the filter', async () => {
    const { feed, told } = aFeed(lines(2), 'time', { stage: 'pending' });
    await settle();
    await told({ kind: 'order', order: aFill({ orderId: 'o-1' }) });
    expect(feed.latest('ORDER/o-1')?.entry.status).toBe('FILLED');
  });

  it('puts no page behind lines that it does not follow', async () => {
    const { feed, gateway, delay, reconnects, ids } = aFeed(lines(230));
    await settle();
    gateway.all = lines(240);
    const reading = delay();
    await reconnects();
    const page = delay();
    const older = feed.older();
    await reading();
    await page();
    await older;
    expect([ids()[0], ids().at(-1), ids().length]).toEqual(['o-240', 'o-141', 100]);
    await feed.older();
    expect([ids().at(-1), ids().length]).toEqual(['o-41', 200]);
  });
});
