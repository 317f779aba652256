/** Whatever stands in the rows of a table. */
export interface Keyed {
  key: string;
}

/** The rows as they stand on the screen, and how many wait to be shown. */
export interface StillRows<Row extends Keyed> {
  rows: readonly Row[];
  waiting: number;
  /** What the person chose to look at: sorting and filter. */
  view: string;
  keys: ReadonlySet<string>;
}

/**
 * Rows keep their places while somebody points at them, whatever their contents become. What came in between waits;
 * what comes after the last row moves nothing and is shown. Another view is the person's own wish and shows all.
 */
export function stillRows<Row extends Keyed>(
  before: StillRows<Row> | null,
  sorted: readonly Row[],
  view: string,
  held: boolean,
): StillRows<Row> {
  if (!held || before === null || before.view !== view) return shown(sorted, view);
  const end = afterLast(before, sorted);
  const waiting = sorted.slice(0, end).filter(row => !before.keys.has(row.key)).length;
  if (end < sorted.length) return { ...shown([...before.rows, ...sorted.slice(end)], view), waiting };
  return waiting === before.waiting ? before : { ...before, waiting };
}

function shown<Row extends Keyed>(rows: readonly Row[], view: string): StillRows<Row> {
  return { rows, waiting: 0, view, keys: new Set(rows.map(row => row.key)) };
}

/** Where those start that follow the last one that stands on the screen. */
function afterLast<Row extends Keyed>({ keys }: StillRows<Row>, sorted: readonly Row[]): number {
  for (let at = sorted.length; at > 0; at--) {
    const row = sorted[at - 1];
    if (row && keys.has(row.key)) return at;
  }
  return 0;
}
