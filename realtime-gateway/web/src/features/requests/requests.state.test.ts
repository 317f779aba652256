import type { Price, RfqView } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import {
  anAnswer,
  anInstrument,
  aPrice,
  aQuote,
  aReceivedRfq,
  aSentRfq,
} from '../../../test/support/records.ts';
import { rfqRow } from '../../data/rfq-rows.ts';
import { answerForm, besideMarket } from './answer.state.ts';
import { arranged, arrangedStill, ENDED_SHOWN_MAX } from './arrangement.state.ts';
import { countdown } from './countdown.state.ts';
import { againstMarket, ladder } from './ladder.state.ts';
import { amountText, endOf } from './words.ts';

const NOW = Date.parse('2026-11-21T12:00:30Z');
const LIVE = {
  connection: { kind: 'live', session: 's', transport: 'socket', told: false, roundTripMs: 3 },
  now: NOW,
} as const;
const TICK = '0.01' as Price;
const p = (text: string) => text as Price;
const users = (view: RfqView, before: string[] | null = null) =>
  ladder(view, before).map(({ answer, best }) => `${answer.user}${best ? ' best' : ''}`);

describe('the answers to a request', () => {
  const quotes = [
    anAnswer({ user: 'silent' }),
    anAnswer({ user: 'passed', status: 'PASSED' }),
    aPrice('348.30', { user: 'dear' }),
    aPrice('348.20', { user: 'cheap' }),
  ];

  it('stand with the best for the one who asks on top', () => {
    expect(users(aSentRfq({ quotes }))).toEqual(['cheap best', 'dear', 'silent', 'passed']);
    expect(users(aSentRfq({ quotes, side: 'SELL' }))).toEqual(['dear best', 'cheap', 'silent', 'passed']);
  });

  it('have no best while there is one price only', () => {
    expect(users(aSentRfq({ quotes: [aPrice('1', { user: 'only' })] }))).toEqual(['only']);
  });

  it('keep their places under a pointer, while the best is marked wherever it is', () => {
    const moved = [aPrice('348.10', { user: 'dear' }), ...quotes.slice(3), anAnswer({ user: 'late' })];
    expect(users(aSentRfq({ quotes: moved }), ['cheap', 'dear'])).toEqual(['cheap', 'dear best', 'late']);
  });

  it.each([
    ['BUY', '348.20', 'at the offer', 'flat'],
    ['BUY', '348.15', '0.05 better', 'up'],
    ['BUY', '348.25', '0.05 worse', 'down'],
    ['SELL', '348.15', '0.05 better', 'up'],
    ['SELL', '348.05', '0.05 worse', 'down'],
  ] as const)('to %s at %s are %s', (side, price, text, tone) =>
    expect(againstMarket(p(price), side, aQuote(), TICK)).toMatchObject({ text, tone }),
  );
});

describe('the time that is left', () => {
  it.each([
    ['12:00:17', 'quiet', '1:43'],
    ['12:01:50', 'soon', '0:10'],
    ['12:01:59.5', 'soon', '0:01'],
    ['12:02:00', 'over', '0:00'],
    ['12:02:09', 'over', '0:00'],
  ])('at %s is %s %s', (time, tone, text) =>
    expect(countdown(aSentRfq(), Date.parse(`2026-11-21T${time}Z`))).toMatchObject({ tone, text }),
  );

  it('is a share of the whole life', () => {
    expect(countdown(aSentRfq(), NOW).share).toBe(0.75);
    expect(countdown(aSentRfq(), NOW - 60_000).share).toBe(1);
  });
});

describe('the form of an answer', () => {
  const form = (text: string, view = aReceivedRfq(), now = {}) =>
    answerForm(text, view, anInstrument(), { ...LIVE, ...now });

  it('says what its button does', () => {
    expect(form('348.2')).toEqual({ kind: 'ready', action: 'Quote 348.20', price: '348.2' });
    const standing = aReceivedRfq({ quotes: [aPrice('348.30', { user: 'ann' })] });
    expect(form('348.2', standing)).toMatchObject({ kind: 'ready', action: 'Update to 348.20' });
    expect(form('348.3', standing)).toEqual({ kind: 'standing', action: '348.30 stands' });
  });

  it.each([
    ['', null],
    ['x', 'This is not a number.'],
    ['0', 'The price must be greater than zero.'],
    ['348.123', 'The price goes in ticks of 0.01.'],
  ])('does not take %j', (text, fault) => expect(form(text)).toMatchObject({ kind: 'incomplete', fault }));

  it('sends nothing without a connection or after the time', () => {
    const offline = { connection: { kind: 'offline', attempt: 1, nextAt: 0 } };
    expect(form('348.2', aReceivedRfq(), offline)).toMatchObject({ kind: 'blocked', reason: /./ });
    expect(form('348.2', aReceivedRfq(), { now: Date.parse('2026-11-21T12:02:00Z') })).toMatchObject({
      kind: 'blocked',
      reason: expect.stringContaining('Time is up'),
    });
  });

  it.each([
    ['BUY', '348.20', 'at the offer', 'quiet'],
    ['BUY', '348.22', '0.02 above the offer', 'quiet'],
    ['BUY', '348.15', '0.05 below the offer', 'quiet'],
    ['BUY', '348.10', 'at the bid', 'warning'],
    ['BUY', '348.05', '0.05 through the bid', 'warning'],
    ['SELL', '348.05', '0.05 below the bid', 'quiet'],
    ['SELL', '348.25', '0.05 through the offer', 'warning'],
  ] as const)('of who wants to %s at %s is %s', (side, price, text, tone) =>
    expect(besideMarket(p(price), aReceivedRfq({ side }), aQuote(), TICK)).toEqual({ text, tone }),
  );
});

describe('the requests', () => {
  const row = (view: RfqView) => rfqRow(undefined, view, null);
  const received = (rfqId: string, expiresAt: string, change: Partial<RfqView> = {}) =>
    row(aReceivedRfq({ rfqId, expiresAt, ...change }));
  const keys = (rows: { key: string }[]) => rows.map(each => each.key);
  const answered = { quotes: [aPrice('1', { user: 'ann' })] };

  it('stand in the order in which they wait for me, what ended at the end', () => {
    const rows = [
      row(aSentRfq({ rfqId: 'ended', status: 'EXPIRED' })),
      received('answered', '2026-11-21T12:01:00Z', answered),
      received('later', '2026-11-21T12:05:00Z'),
      received('soon', '2026-11-21T12:01:00Z'),
      row(aSentRfq({ rfqId: 'mine', expiresAt: '2026-11-21T12:09:00Z' })),
    ];
    expect(keys(arranged(rows))).toEqual(['mine', 'soon', 'later', 'answered', 'ended']);
  });

  it('keep their places under a pointer, a new one below the open ones', () => {
    const rows = [
      received('a', '2026-11-21T12:05:00Z', answered),
      row(aReceivedRfq({ rfqId: 'b', status: 'EXPIRED' })),
      received('new', '2026-11-21T12:01:00Z'),
      row(aReceivedRfq({ rfqId: 'old', status: 'EXPIRED' })),
    ];
    expect(keys(arrangedStill(['b', 'a', 'old'], rows))).toEqual(['b', 'a', 'new', 'old']);
  });

  it('keep the last that ended', () => {
    const rows = Array.from({ length: 30 }, (_, n) =>
      row(aSentRfq({ rfqId: `r-${n}`, status: 'EXPIRED', at: `2026-11-21T12:00:${10 + n}Z` })),
    );
    const shown = keys(arranged(rows));
    expect([shown.length, shown[0]]).toEqual([ENDED_SHOWN_MAX, 'r-29']);
  });
});

describe('the words of a request', () => {
  const instruments = new Map([['XMR-USD', anInstrument()]]);
  const told = (view: RfqView) => endOf(view, instruments, new Map());
  const traded = aPrice('348.20', { status: 'TRADED' });

  it.each<[RfqView, string, string]>([
    [
      aSentRfq({ status: 'TRADED', quotes: [traded], executionId: 'x' }),
      'Traded',
      'You bought 2.5 XMR/USD from kestrel at 348.20.',
    ],
    [
      aReceivedRfq({ status: 'TRADED', quotes: [{ ...traded, user: 'ann' }], executionId: 'x' }),
      'Traded',
      'You sold 2.5 XMR/USD to kestrel at 348.20.',
    ],
    [
      aReceivedRfq({ status: 'TRADED', quotes: [aPrice('1', { status: 'DONE_AWAY' })] }),
      'Done away',
      'Somebody else was traded with.',
    ],
    [aReceivedRfq({ status: 'CANCELLED' }), 'Cancelled', 'kestrel took the request back.'],
    [aSentRfq({ status: 'EXPIRED' }), 'Expired', 'Nobody gave a price.'],
    [aSentRfq({ status: 'EXPIRED', quotes: [aPrice('1')] }), 'Expired', 'You took no price.'],
    [aReceivedRfq({ status: 'EXPIRED', quotes: [aPrice('1')] }), 'Expired', 'Your price was not taken.'],
  ])('%# tell how it ended', (view, word, text) => expect(told(view)).toEqual({ word, text }));

  it('name the unit where the symbol does not', () => {
    const copper = anInstrument({ symbol: 'CA', quantityUnit: 'lots' });
    expect(amountText('5' as never, copper, 'CA')).toBe('5 lots CA');
    expect(amountText('5' as never, undefined, 'CA')).toBe('5 CA');
  });
});
