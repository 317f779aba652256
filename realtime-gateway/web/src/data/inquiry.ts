import type { CommandOutcome, RequestQuotes, RfqView } from '@ringside/client';
import type { Delivery } from './submission.ts';

/** The ticket's last request for quotes, from the press of the button until it is open, and to its end. */
export interface Inquiry {
  body: RequestQuotes;
  sentAt: number;
  delivery: Delivery;
  view: RfqView | null;
  openedAt: number | null;
}

export function inquired(body: RequestQuotes, now: number): Inquiry {
  return { body, sentAt: now, delivery: { kind: 'sending' }, view: null, openedAt: null };
}

export function inquiryAnswered(inquiry: Inquiry, outcome: CommandOutcome, now: number): Inquiry {
  // A view proves that it was received, whatever became of the answer.
  if (inquiry.view !== null) return inquiry;
  switch (outcome.kind) {
    case 'received':
      return { ...inquiry, delivery: { kind: 'received', at: now } };
    case 'refused':
      return inquiryRefused(inquiry, outcome.refusal.code, outcome.refusal.message);
    case 'unknown':
      return { ...inquiry, delivery: { kind: 'unknown', asked: 0 } };
  }
}

export function inquiryUnanswered(inquiry: Inquiry, asked: number): Inquiry {
  return inquiry.view === null ? { ...inquiry, delivery: { kind: 'unknown', asked } } : inquiry;
}

export function inquiryRefused(inquiry: Inquiry, code: string, text: string): Inquiry {
  return { ...inquiry, delivery: { kind: 'refused', code, text } };
}

export function inquirySeen(inquiry: Inquiry, view: RfqView, now: number): Inquiry {
  if ((inquiry.view?.version ?? 0) >= view.version) return inquiry;
  const delivery: Delivery =
    inquiry.delivery.kind === 'received' ? inquiry.delivery : { kind: 'received', at: now };
  return { ...inquiry, delivery, view, openedAt: inquiry.openedAt ?? now };
}

/** Received and not open yet counts too: until the floor has answered, another press must not ask again. */
export function isAsking(inquiry: Inquiry | null): boolean {
  return inquiry !== null && inquiry.view === null && inquiry.delivery.kind !== 'refused';
}
