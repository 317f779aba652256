import { readFileSync } from 'node:fs';
import type { ActivityEntry, OrderState, RfqView } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { linesOfOrder, linesOfRfq } from './activity-lines.ts';

interface Golden {
  says: string;
  notices: ({ type: 'order.updated'; body: OrderState } | { type: 'rfq.updated'; body: RfqView })[];
  lines: ActivityEntry[];
}

/** The function that keeps the feed is tested against the facts of the same cases. */
const FILE = '../../../../functions/activity/src/test/resources/activity-lines.json';
const golden: Golden[] = JSON.parse(readFileSync(new URL(FILE, import.meta.url), 'utf8'));

describe('the lines of a notice', () => {
  it.each(golden)('are those of the feed: $says', ({ notices, lines }) => {
    const newest = new Map<string, ActivityEntry>();
    for (const { type, body } of notices) {
      for (const line of type === 'order.updated' ? linesOfOrder(body) : linesOfRfq(body)) {
        const key = `${line.kind} ${line.id}`;
        if (line.version > (newest.get(key)?.version ?? 0)) newest.set(key, line);
      }
    }
    const byKey = (a: ActivityEntry, b: ActivityEntry) => (a.kind + a.id < b.kind + b.id ? -1 : 1);
    expect([...newest.values()].toSorted(byKey)).toEqual(lines.toSorted(byKey));
  });
});
