import { useMemo } from 'react';
import type { OrderRow } from '../../data/rows.ts';
import { type Sorting, type Still, sorted, useSorting, useStillRows } from '../blotter/index.ts';
import { COLUMNS } from './columns.tsx';

export interface Blotter extends Still<OrderRow> {
  sorting: Sorting;
  newestFirst: boolean;
  sort(sorting: Sorting): void;
}

/** The orders, sorted, as they stand on the screen. */
export function useBlotter(rows: readonly OrderRow[], filter: string, complete: boolean): Blotter {
  const [sorting, sort] = useSorting('orders', COLUMNS);
  const ordered = useMemo(() => sorted(rows, COLUMNS, sorting), [rows, sorting]);
  const newestFirst = sorting.id === 'time' && sorting.desc;
  const view = `${sorting.id} ${sorting.desc} ${filter}`;
  return { ...useStillRows(ordered, { view, complete, newestFirst }), sorting, newestFirst, sort };
}
