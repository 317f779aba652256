import { useCallback, useMemo } from 'react';
import { usePreferences } from '../floor/context.ts';
import type { Sorting } from './sorting.ts';

const NEWEST_FIRST: Sorting = { id: 'time', desc: true };

/** How a table is sorted, as this device remembers it; the newest first until somebody sorts. */
export function useSorting(
  table: string,
  columns: readonly { id: string }[],
): [Sorting, (sorting: Sorting) => void] {
  const [{ sorts }, change] = usePreferences();
  const { id, desc } = sorts[table] ?? NEWEST_FIRST;
  const known = columns.some(column => column.id === id);
  const sorting = useMemo(() => (known ? { id, desc } : NEWEST_FIRST), [known, id, desc]);
  const sort = useCallback(
    (next: Sorting) => change(before => ({ sorts: { ...before.sorts, [table]: next } })),
    [change, table],
  );
  return [sorting, sort];
}
