import { memo } from 'react';
import type { ActivityRow } from '../../data/activity-window.ts';
import * as table from '../../design/table.css.ts';
import { blotterRow, type Standing, templateOf } from '../blotter/index.ts';
import type { CellContext } from './columns.tsx';

interface ActivityLineProps extends Standing {
  row: ActivityRow;
  context: CellContext;
}

export const ActivityLine = memo(function ActivityLine(props: ActivityLineProps) {
  const { row, context, id, index, offset, active, activate } = props;
  const { entry } = row;
  return (
    <div
      id={id}
      className={blotterRow}
      style={{ gridTemplateColumns: templateOf(context.columns), transform: `translateY(${offset}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      data-active={active}
      data-arrived={row.changedAt !== null && entry.version === 1}
      data-testid="activity"
      data-kind={entry.kind}
      data-id={entry.id}
      data-status={entry.status}
      onPointerDown={() => activate(row.key)}
    >
      {context.columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          data-testid={column.id}
          aria-colindex={at + 1}
          className={`${table.cell} ${column.right ? table.right : ''}`}
        >
          {column.cell(entry, context)}
        </div>
      ))}
    </div>
  );
});
