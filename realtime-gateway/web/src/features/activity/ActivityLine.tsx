import { memo } from 'react';
import type { ActivityRow } from '../../data/activity-window.ts';
import { RowLine, type Standing } from '../blotter/index.ts';
import type { CellContext } from './columns.tsx';

interface ActivityLineProps extends Standing {
  row: ActivityRow;
  context: CellContext;
}

export const ActivityLine = memo(function ActivityLine({ row, context, ...standing }: ActivityLineProps) {
  const { entry } = row;
  return (
    <RowLine
      rowKey={row.key}
      standing={standing}
      columns={context.columns}
      arrived={row.changedAt !== null && entry.version === 1}
      marks={{
        'data-testid': 'activity',
        'data-kind': entry.kind,
        'data-id': entry.id,
        'data-status': entry.status,
      }}
      cell={column => column.cell(entry, context)}
    />
  );
});
