import type { RfqRefused, RfqView } from '@ringside/client';
import { ownAnswer, type RfqAnswer } from './rfq-rows.ts';

/** What a person has to be told about requests for quotes, besides what their cards show. */
export type RfqNews =
  | { kind: 'rfq-asked'; view: RfqView }
  | { kind: 'rfq-quoted'; view: RfqView; answer: RfqAnswer }
  | { kind: 'rfq-withdrawn'; view: RfqView; answer: RfqAnswer }
  | { kind: 'rfq-traded'; view: RfqView }
  /** It ended without a trade of this user, who had a part in it. */
  | { kind: 'rfq-ended'; view: RfqView }
  | { kind: 'rfq-refused'; refused: RfqRefused };

/** What is new in a view after the one that was known. A person's own doing is no news to him. */
export function rfqNews(known: RfqView | undefined, view: RfqView): RfqNews[] {
  if (known && known.version >= view.version) return [];
  if (view.status === 'TRADED' && view.executionId) return [{ kind: 'rfq-traded', view }];
  const news = view.role === 'REQUESTER' ? toRequester(known, view) : toCounterparty(known, view);
  return news === null ? [] : [news];
}

function toRequester(known: RfqView | undefined, view: RfqView): RfqNews | null {
  if (view.status === 'EXPIRED') return { kind: 'rfq-ended', view };
  if (view.status !== 'OPEN') return null;
  for (const answer of view.quotes) {
    const before = known?.quotes.find(each => each.user === answer.user);
    if (answer.status === 'ACTIVE' && answer.version > (before?.version ?? 0)) {
      return { kind: 'rfq-quoted', view, answer };
    }
    if (answer.status === 'PASSED' && before?.status === 'ACTIVE') {
      return { kind: 'rfq-withdrawn', view, answer };
    }
  }
  return null;
}

function toCounterparty(known: RfqView | undefined, view: RfqView): RfqNews | null {
  if (view.status === 'OPEN') return known ? null : { kind: 'rfq-asked', view };
  const before = known ? ownAnswer(known)?.status : undefined;
  return before === 'ACTIVE' || before === 'REQUESTED' ? { kind: 'rfq-ended', view } : null;
}
