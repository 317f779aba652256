import { CircleAlert } from 'lucide-react';
import { assertNever } from '../../data/assert-never.ts';
import type { Older } from '../../data/state.ts';
import * as css from './orders.css.ts';

interface EndLineProps {
  older: Older;
  /** How many orders the table holds. */
  count: number;
  rowIndex: number;
  columns: number;
  read(): void;
}

/** The last line of the table: whether there is more, and what became of the wish to see it. */
export function EndLine({ older, count, rowIndex, columns, read }: EndLineProps) {
  return (
    <div role="rowgroup">
      <div className={css.endLine} role="row" aria-rowindex={rowIndex}>
        <div
          className={css.endCell}
          role="gridcell"
          aria-colindex={1}
          aria-colspan={columns}
          data-testid="older"
          data-state={older.kind}
        >
          <Words older={older} count={count} read={read} />
        </div>
      </div>
    </div>
  );
}

function Words({ older, count, read }: Pick<EndLineProps, 'older' | 'count' | 'read'>) {
  switch (older.kind) {
    case 'unknown':
      return null;
    case 'more':
      return <Ask words="Read older orders" read={read} />;
    case 'reading':
      return 'Reading older orders…';
    case 'failed':
      return (
        <>
          <CircleAlert className={css.endFault} aria-hidden />
          <span className={css.endReason}>Older orders could not be read. {older.reason}</span>
          <Ask words="Try again" read={read} />
        </>
      );
    case 'none':
      return 'No older orders.';
    case 'full':
      return `These are ${count} orders, the most this page holds. Older ones are kept by the gateway.`;
    default:
      return assertNever(older);
  }
}

function Ask({ words, read }: { words: string; read(): void }) {
  return (
    <button
      type="button"
      className={css.endAction}
      onClick={read}
      onKeyDown={event => event.stopPropagation()}
    >
      {words}
    </button>
  );
}
