import { MessageCircleQuestionMark } from 'lucide-react';
import { isUnanswered, type RfqRow } from '../../data/rfq-rows.ts';
import { useFloor, useNow, useRows } from '../floor/context.ts';
import * as css from './requests.css.ts';

/** The received requests without an answer, the oldest first. */
export function unansweredOf(rows: readonly RfqRow[], now: number): string[] {
  return rows
    .filter(row => isUnanswered(row.view, now))
    .sort((a, b) => Date.parse(a.view.requestedAt) - Date.parse(b.view.requestedAt))
    .map(row => row.key);
}

/** How many there are, from second to second: for small pieces of the page only. */
export function useUnanswered(): number {
  const floor = useFloor();
  const now = floor.clock.at(useNow());
  return unansweredOf(useRows(floor.books.rfqs), now).length;
}

/** In the frame, as long as somebody waits for a price of this user. */
export function Bell({ answer }: { answer(): void }) {
  const waiting = useUnanswered();
  return (
    <span role="status">
      {waiting > 0 && (
        <button type="button" className={css.bell} onClick={answer} title="Answer the oldest (Q)">
          <MessageCircleQuestionMark aria-hidden />
          <Badge count={waiting} />
          {waiting === 1 ? 'request' : 'requests'} to answer
        </button>
      )}
    </span>
  );
}

export function Badge({ count }: { count: number }) {
  return count === 0 ? null : <span className={css.badge}>{count}</span>;
}
