import type { ReactNode } from 'react';
import * as table from '../../design/table.css.ts';
import { virtualRow } from './blotter.css.ts';
import { type ColumnShape, templateOf } from './fitting.ts';
import type { Standing } from './RowGrid.tsx';

interface RowLineProps<Column extends ColumnShape> {
  /** What names the row for ever. */
  rowKey: string;
  standing: Standing;
  columns: readonly Column[];
  /** It has just come, and glows. */
  arrived: boolean;
  /** What a test, or a rule of its style, knows the line by. */
  marks: Record<`data-${string}`, string | number>;
  cell(column: Column): ReactNode;
}

/** One row of a table, with a cell for each column that is shown. */
export function RowLine<Column extends ColumnShape>(props: RowLineProps<Column>) {
  const { rowKey, standing, columns, arrived, marks, cell } = props;
  const { id, index, offset, active, activate } = standing;
  return (
    <div
      id={id}
      className={virtualRow}
      style={{ gridTemplateColumns: templateOf(columns), transform: `translateY(${offset}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      data-active={active}
      data-arrived={arrived}
      {...marks}
      onPointerDown={() => activate(rowKey)}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          data-testid={column.id}
          aria-colindex={at + 1}
          className={`${table.cell} ${column.right ? table.right : ''}`}
        >
          {cell(column)}
        </div>
      ))}
    </div>
  );
}
