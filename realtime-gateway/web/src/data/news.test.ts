import { describe, expect, it } from 'vitest';
import { aFill, anOrderState } from '../../test/support/records.ts';
import type { InboxEvent } from './feed-messages.ts';
import { Newsroom } from './news.ts';

const POSITION = { epoch: 'E', sequence: 9 };

function told(...events: InboxEvent[]) {
  const room = new Newsroom();
  return events.flatMap(event => room.take(event));
}

const fill: InboxEvent = { kind: 'order', order: aFill() };
const accepted: InboxEvent = { kind: 'order', order: anOrderState() };
const live: InboxEvent = { kind: 'restored', how: { mode: 'live', position: POSITION } };
const replay = (count: number): InboxEvent => ({
  kind: 'restored',
  how: { mode: 'replay', position: POSITION, count },
});
const gap = (count: number, reason: 'first' | 'evicted'): InboxEvent => ({
  kind: 'restored',
  how: { mode: 'gap', position: POSITION, count, firstAvailable: 1, reason },
});

describe('the newsroom', () => {
  it('tells a fill and keeps quiet about an acceptance, which the ticket shows', () => {
    expect(told(live, accepted, fill)).toEqual([
      { kind: 'filled', order: fill.kind === 'order' && fill.order },
    ]);
  });

  it('tells what was missed once and together, then goes on one by one', () => {
    const news = told(replay(3), accepted, fill, fill, fill);
    expect(news).toEqual([
      { kind: 'missed', updates: 3, fills: 2, ended: 0, trades: 0, incomplete: false },
      { kind: 'filled', order: fill.kind === 'order' && fill.order },
    ]);
  });

  it('tells what fills a gap one by one, because nobody was away', () => {
    expect(told(live, replay(1), fill)).toMatchObject([{ kind: 'filled' }]);
  });

  it('keeps quiet about the old notices of a first visit', () => {
    expect(told(gap(2, 'first'), fill, fill)).toEqual([]);
  });

  it('says when some notices are gone', () => {
    expect(told(gap(1, 'evicted'), fill)).toEqual([
      { kind: 'missed', updates: 1, fills: 1, ended: 0, trades: 0, incomplete: true },
    ]);
    expect(told(gap(0, 'evicted'))).toMatchObject([{ kind: 'missed', updates: 0, incomplete: true }]);
  });

  it.each(['CANCELLED', 'EXPIRED', 'REJECTED'] as const)('tells that an order is %s', status => {
    expect(told(live, { kind: 'order', order: anOrderState({ status }) })).toMatchObject([{ kind: 'ended' }]);
  });

  it('tells a refusal', () => {
    const refused = {
      clientOrderId: 'c',
      account: 'A',
      user: 'ann',
      reason: 'TOO_LATE_TO_CANCEL',
      text: 'Too late.',
      at: '',
    };
    expect(told(live, { kind: 'refused', refused })).toEqual([{ kind: 'refused', refused }]);
  });
});
