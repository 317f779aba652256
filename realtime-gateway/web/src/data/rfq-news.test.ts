import type { RfqView } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anAnswer, aPrice, aReceivedRfq, aSentRfq } from '../../test/support/records.ts';
import { rfqNews } from './rfq-news.ts';

const kinds = (known: RfqView | undefined, view: RfqView) => rfqNews(known, view).map(news => news.kind);
const mine = (user: string, change = {}) => ({ ...aPrice('348.20', change), user });
const sent = (version: number, change: Partial<RfqView> = {}) => aSentRfq({ version, ...change });
const received = (version: number, change: Partial<RfqView> = {}) => aReceivedRfq({ version, ...change });

describe('news of requests', () => {
  it.each<[string, RfqView | undefined, RfqView, string[]]>([
    ['nothing of my own request', undefined, sent(1), []],
    ['each new price', sent(1), sent(2, { quotes: [mine('bob')] }), ['rfq-quoted']],
    [
      'a better price',
      sent(2, { quotes: [mine('bob')] }),
      sent(3, { quotes: [mine('bob', { version: 2 })] }),
      ['rfq-quoted'],
    ],
    [
      'a price that was taken back',
      sent(2, { quotes: [mine('bob')] }),
      sent(3, { quotes: [anAnswer({ status: 'PASSED', version: 1 })] }),
      ['rfq-withdrawn'],
    ],
    ['nothing of a pass', sent(1), sent(2, { quotes: [anAnswer({ status: 'PASSED' })] }), []],
    [
      'nothing of a pass beside a price that stands',
      sent(2, { quotes: [mine('bob'), anAnswer({ user: 'carol' })] }),
      sent(3, { quotes: [mine('bob'), anAnswer({ user: 'carol', status: 'PASSED' })] }),
      [],
    ],
    ['a trade', sent(2), sent(3, { status: 'TRADED', executionId: 'x' }), ['rfq-traded']],
    ['the end of its time', sent(2), sent(3, { status: 'EXPIRED' }), ['rfq-ended']],
    ['nothing of my own cancel', sent(2), sent(3, { status: 'CANCELLED' }), []],
    ['that somebody asks', undefined, received(1), ['rfq-asked']],
    ['nothing of my own answer', received(1), received(2, { quotes: [mine('ann')] }), []],
    [
      'that somebody else was traded with',
      received(2, { quotes: [mine('ann')] }),
      received(3, { status: 'TRADED', quotes: [mine('ann', { status: 'DONE_AWAY' })] }),
      ['rfq-ended'],
    ],
    [
      'nothing of the end of what I passed on',
      received(2, { quotes: [anAnswer({ user: 'ann', status: 'PASSED' })] }),
      received(3, { status: 'CANCELLED', quotes: [anAnswer({ user: 'ann', status: 'PASSED' })] }),
      [],
    ],
    ['nothing twice', sent(3), sent(3, { status: 'EXPIRED' }), []],
  ])('tell %s', (_what, known, view, expected) => expect(kinds(known, view)).toEqual(expected));
});
