import type { ActivityEntry } from '@ringside/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLine } from '../../test/support/activity.ts';
import { ActivityWindow, activityKey } from './activity-window.ts';
import { orderOf } from './activity-wish.ts';

const compare = orderOf({ sort: 'price', desc: true });

const line = fc
  .record({
    id: fc.integer({ min: 0, max: 9 }),
    price: fc.integer({ min: 0, max: 4 }),
    version: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ id, price, version }) =>
    aLine({ id: `o-${id}`, version, ...(price > 0 && { price: String(price) as never }) }),
  );
const step = fc.oneof(
  { weight: 6, arbitrary: line.map(entry => ({ kind: 'put' as const, entry })) },
  line.map(entry => ({ kind: 'drop' as const, entry })),
  fc.option(line, { nil: null }).map(entry => ({ kind: 'reach' as const, entry })),
);

describe('a window of the feed', () => {
  it('shows what is known up to its edge, sorted, whatever came in whatever order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), steps => {
        const window = new ActivityWindow(compare);
        const known = new Map<string, { entry: ActivityEntry; wanted: boolean }>();
        let edge: ActivityEntry | null = null;
        for (const { kind, entry } of steps) {
          if (kind === 'reach') {
            edge = entry;
            window.reach(entry);
          } else {
            window[kind](entry, null);
            const key = activityKey(entry);
            const newer = entry.version > (known.get(key)?.entry.version ?? 0);
            if (newer) known.set(key, { entry, wanted: kind === 'put' });
            expect(window.get(key)?.entry).toEqual(known.get(key)?.entry);
          }
          const last: ActivityEntry | null = edge;
          const expected = [...known.values()]
            .filter(each => each.wanted && (last === null || compare(each.entry, last) <= 0))
            .map(each => each.entry);
          expect(window.rows().map(row => row.entry)).toEqual(expected.toSorted(compare));
        }
      }),
    );
  });

  it('is the same list while nothing changes', () => {
    const window = new ActivityWindow(compare);
    window.put(aLine(), null);
    const rows = window.rows();
    window.put(aLine(), 5);
    expect(window.rows()).toBe(rows);
  });
});
