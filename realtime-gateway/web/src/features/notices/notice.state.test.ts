import { describe, expect, it } from 'vitest';
import { aFill, anInstrument, anOrderState } from '../../../test/support/records.ts';
import type { News } from '../../data/news.ts';
import { noticeOf } from './notice.state.ts';

const INSTRUMENTS = new Map([['XMR-USD', anInstrument()]]);
const told = (news: News) => noticeOf({ id: 1, news }, INSTRUMENTS);

describe('a notice', () => {
  it('of a fill says price and amount', () => {
    expect(told({ kind: 'filled', order: aFill() })).toEqual({
      tone: 'up',
      title: 'Buy 2.5 XMR/USD at 348.20',
      text: 'Filled: 2.5 of 2.5, average 348.20.',
    });
  });

  it('of a rejection says why', () => {
    const order = anOrderState({ status: 'REJECTED', text: 'Too large.' });
    expect(told({ kind: 'ended', order })).toEqual({
      tone: 'down',
      title: 'Rejected: buy 2.5 XMR/USD',
      text: 'Too large.',
    });
  });

  it('of what was missed counts it', () => {
    const missed = { kind: 'missed', updates: 4, fills: 2, ended: 1, trades: 0, incomplete: false } as const;
    expect(told(missed).text).toBe('2 fills, 1 order ended.');
    expect(told({ ...missed, fills: 1, ended: 0 }).text).toBe('1 fill.');
    expect(told({ ...missed, fills: 0, ended: 0, incomplete: true }).text).toContain(
      'the tables are complete',
    );
  });

  it('in an instrument that is not listed uses its id', () => {
    expect(noticeOf({ id: 1, news: { kind: 'filled', order: aFill() } }, new Map()).title).toContain(
      'XMR-USD',
    );
  });
});
