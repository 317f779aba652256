import type { CommandOutcome, OrderState, SubmitOrder } from '@ringside/client';
import { isOpen } from './rows.ts';

/** What we know about the way of one order command to the gateway. */
export type Delivery =
  | { kind: 'sending' }
  /** No answer yet; the same body is sent again until there is one. */
  | { kind: 'unknown'; asked: number }
  | { kind: 'received'; at: number }
  | { kind: 'refused'; code: string; text: string };

/** One order from the press of the button to its end. */
export interface Submission {
  body: SubmitOrder;
  sentAt: number;
  delivery: Delivery;
  order: OrderState | null;
  acceptedAt: number | null;
  endedAt: number | null;
}

export function submitted(body: SubmitOrder, now: number): Submission {
  return { body, sentAt: now, delivery: { kind: 'sending' }, order: null, acceptedAt: null, endedAt: null };
}

export function delivered(submission: Submission, outcome: CommandOutcome, now: number): Submission {
  switch (outcome.kind) {
    case 'received':
      return { ...submission, delivery: { kind: 'received', at: now } };
    case 'refused':
      return {
        ...submission,
        delivery: { kind: 'refused', code: outcome.refusal.code, text: outcome.refusal.message },
      };
    case 'unknown':
      return { ...submission, delivery: { kind: 'unknown', asked: 0 } };
  }
}

/** A state of the order proves that the command was received, even if the answer to it was lost. */
export function progressed(submission: Submission, order: OrderState, now: number): Submission {
  const delivery: Delivery =
    submission.delivery.kind === 'received' ? submission.delivery : { kind: 'received', at: now };
  const accepted = order.status !== 'REJECTED' && order.status !== 'PENDING_NEW';
  return {
    ...submission,
    delivery,
    order,
    acceptedAt: submission.acceptedAt ?? (accepted ? now : null),
    endedAt: submission.endedAt ?? (isOpen(order) ? null : now),
  };
}

/** The command was received, and refused before there was an order. */
export function refusedLater(submission: Submission, code: string, text: string): Submission {
  return { ...submission, delivery: { kind: 'refused', code, text } };
}

/** While this holds, another press of the button must not send another order. */
export function isInFlight(submission: Submission | null): boolean {
  return (
    submission !== null && (submission.delivery.kind === 'sending' || submission.delivery.kind === 'unknown')
  );
}
