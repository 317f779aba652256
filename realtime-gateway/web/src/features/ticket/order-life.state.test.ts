import type { Quantity } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { aFill, anOrderState, aSubmission } from '../../../test/support/records.ts';
import { delivered, progressed, refusedLater, type Submission, submitted } from '../../data/submission.ts';
import { orderLife } from './order-life.state.ts';

const RECEIVED = {
  kind: 'received',
  received: { commandId: 'o-1', stream: 'C', sequence: 1, at: '' },
} as const;
const sent = submitted(aSubmission(), 1_000);
const received = delivered(sent, RECEIVED, 1_004);
const accepted = progressed(received, anOrderState(), 1_012);

function told(submission: Submission): string[] {
  return orderLife(submission).map(
    ({ name, state, afterMs }) => `${name} ${state}${afterMs === null ? '' : ` ${afterMs}`}`,
  );
}

describe('the life of an order', () => {
  it.each<[string, Submission, string[]]>([
    ['sent', sent, ['Sent done', 'Received now', 'Accepted ahead', 'Filled ahead']],
    ['received', received, ['Sent done', 'Received done 4', 'Accepted now', 'Filled ahead']],
    ['accepted', accepted, ['Sent done', 'Received done 4', 'Accepted done 12', 'Filled now']],
    [
      'filled',
      progressed(accepted, aFill(), 1_020),
      ['Sent done', 'Received done 4', 'Accepted done 12', 'Filled done 20'],
    ],
    [
      'filled, with the answer to the command lost',
      progressed(sent, aFill(), 1_020),
      ['Sent done', 'Received done 20', 'Accepted done 20', 'Filled done 20'],
    ],
    [
      'unknown',
      { ...sent, delivery: { kind: 'unknown', asked: 2 } },
      ['Sent done', 'Received unknown', 'Accepted ahead', 'Filled ahead'],
    ],
    [
      'rejected',
      progressed(received, anOrderState({ status: 'REJECTED', reason: 'ORDER_SIZE' }), 1_015),
      ['Sent done', 'Received done 4', 'Rejected failed 15', 'Filled ahead'],
    ],
    [
      'cancelled',
      progressed(accepted, anOrderState({ status: 'CANCELLED', version: 2 }), 1_100),
      ['Sent done', 'Received done 4', 'Accepted done 12', 'Cancelled failed 100'],
    ],
    [
      'expired',
      progressed(accepted, anOrderState({ status: 'EXPIRED', version: 2 }), 1_100),
      ['Sent done', 'Received done 4', 'Accepted done 12', 'Expired failed 100'],
    ],
    [
      'refused at the door',
      delivered(
        sent,
        { kind: 'refused', refusal: { code: 'FORBIDDEN', message: 'No.', temporary: false } },
        1_001,
      ),
      ['Not taken failed', 'Received ahead', 'Accepted ahead', 'Filled ahead'],
    ],
    [
      'refused after it was received',
      refusedLater(received, 'DUPLICATE_ID', 'This id was used before with another body.'),
      ['Not taken failed', 'Received ahead', 'Accepted ahead', 'Filled ahead'],
    ],
  ])('%s', (_name, submission, steps) => expect(told(submission)).toEqual(steps));

  it('says why, and how much', () => {
    const rejected = progressed(received, anOrderState({ status: 'REJECTED', text: 'Too large.' }), 1_015);
    expect(orderLife(rejected)[2]?.note).toBe('Too large.');
    const part = anOrderState({ status: 'PARTIALLY_FILLED', filled: '1' as Quantity, version: 2 });
    expect(orderLife(progressed(accepted, part, 1_020))[3]?.note).toBe('1 of 2.5');
  });
});
