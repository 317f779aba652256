import { COLUMN_GAP_PX } from '../../design/theme.ts';
import { COLUMNS, type OrderColumn } from './columns.tsx';

/** What an order cannot do without comes first; what is left out first, last. */
const PRIORITY = [
  'product',
  'side',
  'quantity',
  'status',
  'time',
  'price',
  'filled',
  'average',
  'account',
  'type',
  'tif',
];
const NEVER_LEFT_OUT = 4;

/** The columns that fit into so many pixels. Whoever has one account knows it. */
export function columnsFor(widthPx: number, accounts: number): readonly OrderColumn[] {
  const fitting = new Set<string>();
  let left = widthPx - COLUMN_GAP_PX;
  for (const id of PRIORITY) {
    const column = COLUMNS.find(candidate => candidate.id === id);
    if (!column || (id === 'account' && accounts <= 1)) continue;
    left -= column.track.px + COLUMN_GAP_PX;
    if (left < 0 && fitting.size >= NEVER_LEFT_OUT) break;
    fitting.add(id);
  }
  return COLUMNS.filter(column => fitting.has(column.id));
}
