import { ArrowDown, ArrowUp } from 'lucide-react';
import { type PointerEvent, useRef } from 'react';
import * as table from '../../design/table.css.ts';
import * as css from './blotter.css.ts';
import type { ColumnShape } from './fitting.ts';
import type { Columns } from './useColumns.ts';

/** A pointer that has moved less than this was not meant to drag. */
const DRAG_FROM_PX = 6;

interface HeadCellProps {
  column: ColumnShape;
  index: number;
  sorted: 'ascending' | 'descending' | 'none';
  /** By the Tab key. */
  reachable: boolean;
  /** Another head would take its place now. */
  target: boolean;
  columns: Columns<ColumnShape>;
  sort(desc: boolean): void;
  drag(drag: { id: string; over: string } | null): void;
}

/** A head sorts by a press, moves by dragging, and its right edge makes the column wider. */
export function HeadCell({ column, index, sorted, reachable, target, columns, sort, drag }: HeadCellProps) {
  const { id, header, right, greatestFirst } = column;
  const from = useRef<number | null>(null);
  const over = useRef<string | null>(null);
  const dragged = useRef(false);

  function take(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    from.current = event.clientX;
    dragged.current = false;
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function carry(event: PointerEvent<HTMLElement>): void {
    if (from.current === null) return;
    if (!dragged.current && Math.abs(event.clientX - from.current) < DRAG_FROM_PX) return;
    dragged.current = true;
    over.current = headAt(event) ?? over.current;
    drag({ id, over: over.current ?? id });
  }

  function drop(): void {
    if (dragged.current && over.current) columns.move(id, over.current);
    from.current = null;
    over.current = null;
    drag(null);
  }

  return (
    <div
      role="columnheader"
      className={css.head}
      aria-sort={sorted}
      aria-colindex={index + 1}
      data-column={id}
      data-target={target}
    >
      <button
        type="button"
        className={`${table.sortButton} ${right ? table.sortRight : ''}`}
        tabIndex={reachable ? 0 : -1}
        onPointerDown={take}
        onPointerMove={carry}
        onPointerUp={drop}
        onPointerCancel={drop}
        // Figures and times start with the greatest, words with the first; the next press turns it round.
        onClick={() =>
          !dragged.current &&
          sort(sorted === 'none' ? right || greatestFirst === true : sorted === 'ascending')
        }
      >
        {header}
        <span className={table.sortMark} aria-hidden="true">
          {sorted === 'ascending' && <ArrowUp />}
          {sorted === 'descending' && <ArrowDown />}
        </span>
      </button>
      <Edge id={id} columns={columns} />
    </div>
  );
}

/** The keyboard has Shift and the arrows for this. */
function Edge({ id, columns }: { id: string; columns: Columns<ColumnShape> }) {
  function pull(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const head = event.currentTarget.parentElement?.getBoundingClientRect();
    if (head) columns.resize(id, event.clientX - head.left);
  }
  return (
    <div
      className={css.edge}
      aria-hidden="true"
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={pull}
      onDoubleClick={() => columns.unsize(id)}
    />
  );
}

/** The head under the pointer, which is captured by another. */
function headAt({ currentTarget, clientX }: PointerEvent<HTMLElement>): string | undefined {
  const heads = currentTarget.closest('[role="row"]')?.querySelectorAll<HTMLElement>('[data-column]') ?? [];
  for (const head of heads) {
    const { left, right } = head.getBoundingClientRect();
    if (clientX >= left && clientX < right) return head.dataset.column;
  }
  return undefined;
}
