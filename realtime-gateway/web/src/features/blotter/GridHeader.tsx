import { type KeyboardEvent, useState } from 'react';
import * as table from '../../design/table.css.ts';
import { COLUMN_STEP_PX } from '../../design/theme.ts';
import { type ColumnShape, templateOf } from './fitting.ts';
import { HeadCell } from './HeadCell.tsx';
import type { Sorting } from './sorting.ts';
import type { Columns } from './useColumns.ts';

interface GridHeaderProps<C extends ColumnShape> {
  columns: Columns<C>;
  sorting: Sorting;
  sort(sorting: Sorting): void;
}

/**
 * One stop for the Tab key, at the sorted column; from there the arrow keys reach the others. With Alt they move the
 * column, with Shift they make it wider or narrower.
 */
export function GridHeader<C extends ColumnShape>({ columns, sorting, sort }: GridHeaderProps<C>) {
  const { shown, move, resize, tell } = columns;
  const stop = shown.find(column => column.id === sorting.id) ?? shown[0];
  /** A head that is being dragged, and the one whose place it would take. */
  const [drag, setDrag] = useState<{ id: string; over: string } | null>(null);

  function press(event: KeyboardEvent<HTMLElement>): void {
    // The grid's own keys are for its rows.
    if (event.key !== 'Tab') event.stopPropagation();
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const heads = [...event.currentTarget.querySelectorAll('button')];
    const at = heads.indexOf(event.target as HTMLButtonElement);
    const [column, next] = [shown[at], shown[at + step]];
    if (event.altKey && column) {
      event.preventDefault();
      if (next) move(column.id, next.id);
      if (next) tell(`${column.header} is column ${at + step + 1} of ${shown.length}.`);
    } else if (event.shiftKey && column) {
      event.preventDefault();
      const width = (heads[at]?.parentElement?.offsetWidth || column.track.px) + step * COLUMN_STEP_PX;
      resize(column.id, width);
      tell(`${column.header} is ${step > 0 ? 'wider' : 'narrower'}.`);
    } else {
      heads[at + step]?.focus();
    }
  }

  return (
    <div
      className={table.header}
      style={{ gridTemplateColumns: templateOf(shown) }}
      role="row"
      aria-rowindex={1}
      onKeyDown={press}
    >
      {shown.map((column, index) => (
        <HeadCell
          key={column.id}
          column={column}
          index={index}
          sorted={sorting.id === column.id ? (sorting.desc ? 'descending' : 'ascending') : 'none'}
          reachable={column === stop}
          target={drag?.over === column.id && drag.id !== column.id}
          columns={columns}
          sort={desc => sort({ id: column.id, desc })}
          drag={setDrag}
        />
      ))}
    </div>
  );
}
