import type { SortingState } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import * as table from '../../design/table.css.ts';
import { type OrderColumn, templateOf } from './columns.tsx';

interface GridHeaderProps {
  columns: readonly OrderColumn[];
  sorting: SortingState;
  sort(sorting: SortingState): void;
}

/** One stop for the Tab key, at the sorted column; from there the arrow keys reach the others. */
export function GridHeader({ columns, sorting, sort }: GridHeaderProps) {
  const [by] = sorting;
  const stop = columns.find(column => column.id === by?.id) ?? columns[0];

  function walk(event: KeyboardEvent<HTMLElement>): void {
    const heads = [...event.currentTarget.querySelectorAll('button')];
    const at = heads.indexOf(event.target as HTMLButtonElement);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) heads[at + step]?.focus();
    // The grid's own keys are for its rows.
    if (event.key !== 'Tab') event.stopPropagation();
  }

  return (
    <div
      className={table.header}
      style={{ gridTemplateColumns: templateOf(columns) }}
      role="row"
      aria-rowindex={1}
      onKeyDown={walk}
    >
      {columns.map((column, index) => {
        const sorted = by?.id === column.id ? (by.desc ? 'descending' : 'ascending') : 'none';
        return (
          <div key={column.id} role="columnheader" aria-sort={sorted} aria-colindex={index + 1}>
            <button
              type="button"
              className={`${table.sortButton} ${column.right ? table.sortRight : ''}`}
              tabIndex={column === stop ? 0 : -1}
              onClick={() => sort([nextSort(column, sorted)])}
            >
              {column.header}
              <span className={table.sortMark} aria-hidden="true">
                {sorted === 'ascending' && <ArrowUp />}
                {sorted === 'descending' && <ArrowDown />}
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** Figures and times start with the greatest, words with the first; the next press turns it round. */
function nextSort(column: OrderColumn, sorted: 'ascending' | 'descending' | 'none') {
  const desc = sorted === 'none' ? column.right || column.id === 'time' : sorted === 'ascending';
  return { id: column.id, desc };
}
