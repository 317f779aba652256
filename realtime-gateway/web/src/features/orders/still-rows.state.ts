import type { OrderRow } from '../../data/rows.ts';

/** The rows as they stand on the screen, and how many wait to be shown. */
export interface StillRows {
  rows: readonly OrderRow[];
  waiting: number;
  /** What the person chose to look at: sorting and filter. */
  view: string;
  keys: ReadonlySet<string>;
}

/**
 * Rows keep their places while somebody points at them, whatever their contents become. What came in between waits;
 * what comes after the last row moves nothing and is shown. Another view is the person's own wish and shows all.
 */
export function stillRows(
  before: StillRows | null,
  sorted: readonly OrderRow[],
  view: string,
  held: boolean,
): StillRows {
  if (!held || before === null || before.view !== view) return shown(sorted, view);
  const end = afterLast(before, sorted);
  const waiting = sorted.slice(0, end).filter(row => !before.keys.has(row.key)).length;
  if (end < sorted.length) return { ...shown([...before.rows, ...sorted.slice(end)], view), waiting };
  return waiting === before.waiting ? before : { ...before, waiting };
}

function shown(rows: readonly OrderRow[], view: string): StillRows {
  return { rows, waiting: 0, view, keys: new Set(rows.map(row => row.key)) };
}

/** Where those start that follow the last one that stands on the screen. */
function afterLast({ keys }: StillRows, sorted: readonly OrderRow[]): number {
  for (let at = sorted.length; at > 0; at--) {
    const row = sorted[at - 1];
    if (row && keys.has(row.key)) return at;
  }
  return 0;
}
