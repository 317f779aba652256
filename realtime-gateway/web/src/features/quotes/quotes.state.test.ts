import type { Price } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { aQuote } from '../../../test/support/records.ts';
import { FLASH_GAP_MS, type Flash, flashed, UNSEEN } from './flash.state.ts';
import { isStale, QUOTE_STALE_AFTER_MS, quoteAgeMs } from './staleness.ts';

const p = (text: string) => text as Price;

describe('a flash', () => {
  it('tells a change of value, not a rendering', () => {
    const first = flashed(UNSEEN, p('10'), 0, false);
    expect(first.count).toBe(0);
    const up = flashed(first, p('11'), 1_000, false);
    expect(up).toMatchObject({ direction: 'up', count: 1 });
    expect(flashed(up, p('11'), 9_000, false)).toBe(up);
    expect(flashed(up, p('11.0'), 9_000, false).count).toBe(1);
    expect(flashed(up, p('9'), 9_000, false)).toMatchObject({ direction: 'down', count: 2 });
  });

  it('comes at most three times a second, however fast the price moves', () => {
    let flash: Flash = flashed(UNSEEN, p('0'), 0, false);
    for (let ms = 1; ms <= 3_000; ms += 20) flash = flashed(flash, p(String(ms)), ms, false);
    expect(flash.count).toBeLessThanOrEqual(Math.ceil(3_000 / FLASH_GAP_MS));
    expect(flash.count).toBeGreaterThan(5);
  });

  it('does not come from a stale price', () => {
    const before = flashed(UNSEEN, p('10'), 0, false);
    expect(flashed(before, p('12'), 1_000, true)).toMatchObject({ count: 0, direction: 'none', value: '12' });
  });
});

describe('a price', () => {
  const fresh = { quote: aQuote(), receivedAt: 10_000, fromBefore: false };

  it('is stale by its own word, by silence, or from before a lost connection', () => {
    expect(isStale(fresh, 10_000 + QUOTE_STALE_AFTER_MS)).toBe(false);
    expect(isStale(fresh, 10_001 + QUOTE_STALE_AFTER_MS)).toBe(true);
    expect(isStale({ ...fresh, fromBefore: true }, 10_000)).toBe(true);
    expect(isStale({ ...fresh, quote: aQuote({ stale: true }) }, 10_000)).toBe(true);
  });

  it('that the feed calls stale is as old as its last change at the source', () => {
    const sourceAt = new Date(4_000).toISOString();
    expect(quoteAgeMs({ ...fresh, quote: aQuote({ stale: true, sourceAt }) }, 12_000)).toBe(8_000);
    expect(quoteAgeMs(fresh, 12_000)).toBe(2_000);
  });
});
