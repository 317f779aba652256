import type { ActivityEntry } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { aLine } from '../../test/support/activity.ts';
import {
  type ActivityFilter,
  isWanted,
  NO_FILTER,
  orderOf,
  queryOf,
  sinceOf,
  stageOf,
} from './activity-wish.ts';

const lines: ActivityEntry[] = [
  aLine({ id: 'a', at: '2026-11-21T12:00:00Z', price: '9' as never }),
  aLine({ id: 'b', at: '2026-11-21T12:00:00.5Z' }),
  aLine({ id: 'c', at: '2026-11-21T12:00:00.499999Z', price: '10.00' as never }),
  aLine({ id: 'd', at: '2026-11-21T12:00:01Z', price: '10' as never }),
  aLine({ id: 'e', at: '2026-11-21T12:00:01Z' }),
];
const sorted = (sort: 'time' | 'price' | 'tenor', desc: boolean) =>
  lines
    .toSorted(orderOf({ sort, desc }))
    .map(line => line.id)
    .join('');

describe('lines of the feed', () => {
  it.each([
    ['time', true, 'edbca'],
    ['time', false, 'acbde'],
    ['price', true, 'dcaeb'],
    ['price', false, 'adceb'],
    ['tenor', true, 'edbca'],
    ['tenor', false, 'edbca'],
  ] as const)(
    'by %s, descending %s: numbers as numbers, empty ones last, alike ones newest first',
    (sort, desc, expected) => {
      expect(sorted(sort, desc)).toBe(expected);
    },
  );

  it.each<[Partial<ActivityFilter>, Partial<ActivityEntry>, boolean]>([
    [{}, {}, true],
    [{ product: 'CA' }, { instrument: 'CA' }, true],
    [{ product: 'CA' }, { instrument: 'NI' }, false],
    [{ side: 'BUY' }, { side: 'SELL' }, false],
    [{ counterparty: 'kestrel' }, {}, false],
    [{ counterparty: 'kestrel' }, { counterparty: 'kestrel' }, true],
    [{ stage: 'executed' }, { status: 'TRADED' }, true],
    [{ stage: 'executed' }, { status: 'PARTIALLY_FILLED' }, false],
    [{ stage: 'ended' }, { status: 'DONE_AWAY' }, true],
    [{ days: 1 }, { at: '2026-11-20T12:00:00Z' }, true],
    [{ days: 1 }, { at: '2026-11-20T11:59:59.999999Z' }, false],
  ])('that fit %o: %o, %s', (change, line, expected) => {
    const wish = { kinds: [], sort: 'time', desc: true, filter: { ...NO_FILTER, ...change } } as const;
    const since = sinceOf(wish, Date.parse('2026-11-21T12:00:00Z'));
    expect(isWanted(wish, since, aLine(line))).toBe(expected);
  });

  it('are asked for in the words of the gateway', () => {
    const filter: ActivityFilter = {
      product: 'CA',
      side: 'BUY',
      counterparty: 'kestrel',
      stage: 'executed',
      days: 7,
    };
    const wish = { kinds: ['RFQ_SENT', 'RFQ_RECEIVED'], sort: 'promptDate', desc: false, filter } as const;
    expect(Object.fromEntries(queryOf(wish, '2026-11-14T12:00:00.000Z'))).toEqual({
      kind: 'RFQ_SENT,RFQ_RECEIVED',
      sort: 'promptDate',
      direction: 'asc',
      product: 'CA',
      side: 'BUY',
      counterparty: 'kestrel',
      status: 'FILLED,TRADED',
      from: '2026-11-14T12:00:00.000Z',
    });
  });

  it('of a status of the future are pending', () => {
    expect(stageOf('SUSPENDED')).toBe('pending');
  });
});
