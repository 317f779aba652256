import { CircleAlert } from 'lucide-react';
import { assertNever } from '../../data/assert-never.ts';
import type { Older } from '../../data/state.ts';
import * as css from './blotter.css.ts';

export interface EndLineProps {
  older: Older;
  /** What the rows are, in plural. */
  things: string;
  /** Of those that have not been read: `older` where the newest stand first. */
  further: string;
  /** How many the table holds. */
  count: number;
  rowIndex: number;
  columns: number;
  read(): void;
}

/** The last line of the table: whether there is more, and what became of the wish to see it. */
export function EndLine(props: EndLineProps) {
  const { older, rowIndex, columns } = props;
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
          <Words {...props} />
        </div>
      </div>
    </div>
  );
}

function Words({ older, things, further, count, read }: EndLineProps) {
  const beyond = `${further} ${things}`;
  const Beyond = beyond.charAt(0).toUpperCase() + beyond.slice(1);
  switch (older.kind) {
    case 'unknown':
      return null;
    case 'more':
      return <Ask words={`Read ${beyond}`} read={read} />;
    case 'reading':
      return `Reading ${beyond}…`;
    case 'failed':
      return (
        <>
          <CircleAlert className={css.endFault} aria-hidden />
          <span className={css.endReason}>
            {Beyond} could not be read. {older.reason}
          </span>
          <Ask words="Try again" read={read} />
        </>
      );
    case 'none':
      return `No ${beyond}.`;
    case 'full':
      return `These are ${count} ${things}, the most this page holds. The gateway keeps ${further} ones.`;
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
