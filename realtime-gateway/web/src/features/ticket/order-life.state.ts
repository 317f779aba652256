import { signOf } from '../../data/decimal.ts';
import { quantityText } from '../../data/format.ts';
import type { Submission } from '../../data/submission.ts';

export interface Step {
  name: string;
  state: 'done' | 'now' | 'ahead' | 'failed' | 'unknown';
  /** Milliseconds since the button was pressed. */
  afterMs: number | null;
  note: string | null;
}

/** The way of an order: sent, received, accepted or rejected, filled or ended. */
export function orderLife(submission: Submission): Step[] {
  return [sentStep(submission), receivedStep(submission), acceptedStep(submission), endStep(submission)];
}

export function step(
  name: string,
  state: Step['state'],
  afterMs: number | null = null,
  note: string | null = null,
): Step {
  return { name, state, afterMs, note };
}

/** The first two steps are those of every command. */
export function sentStep({ delivery }: Pick<Submission, 'delivery'>): Step {
  if (delivery.kind !== 'refused') return step('Sent', 'done');
  return step('Not taken', 'failed', null, delivery.text || delivery.code);
}

export function receivedStep({ delivery, sentAt }: Pick<Submission, 'delivery' | 'sentAt'>): Step {
  switch (delivery.kind) {
    case 'sending':
      return step('Received', 'now');
    case 'unknown':
      return step(
        'Received',
        'unknown',
        null,
        `Unknown, checking: asked ${times(delivery.asked)}. It will not be sent twice.`,
      );
    case 'received':
      return step('Received', 'done', delivery.at - sentAt);
    case 'refused':
      return step('Received', 'ahead');
  }
}

function acceptedStep({ delivery, order, acceptedAt, sentAt, endedAt }: Submission): Step {
  if (order?.status === 'REJECTED') {
    const after = endedAt === null ? null : endedAt - sentAt;
    return step('Rejected', 'failed', after, order.text ?? order.reason ?? null);
  }
  if (acceptedAt !== null) return step('Accepted', 'done', acceptedAt - sentAt);
  return step('Accepted', delivery.kind === 'received' ? 'now' : 'ahead');
}

function endStep({ order, endedAt, sentAt }: Submission): Step {
  if (order === null || order.status === 'REJECTED') return step('Filled', 'ahead');
  const after = endedAt === null ? null : endedAt - sentAt;
  const progress = `${quantityText(order.filled)} of ${quantityText(order.quantity)}`;
  const some = signOf(order.filled) > 0;
  switch (order.status) {
    case 'FILLED':
      return step('Filled', 'done', after, progress);
    case 'CANCELLED':
      return step('Cancelled', 'failed', after, some ? `${progress} filled` : 'Nothing was filled.');
    case 'EXPIRED':
      return step(
        'Expired',
        'failed',
        after,
        order.text ?? (some ? `${progress} filled` : 'Nothing was filled.'),
      );
    default:
      return step('Filled', 'now', null, some ? progress : 'Working in the market.');
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}
