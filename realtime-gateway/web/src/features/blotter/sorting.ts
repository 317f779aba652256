/** By which column the rows of a table stand, and from which end. */
export interface Sorting {
  id: string;
  desc: boolean;
}

/** A column that can say which of two rows comes first. */
export interface Sortable<Row> {
  id: string;
  sort(a: Row, b: Row): number;
}

/** The rows in this order; those that are equal in it keep theirs. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Sortable<Row>[],
  { id, desc }: Sorting,
): readonly Row[] {
  const by = columns.find(column => column.id === id);
  if (!by) return rows;
  return rows.toSorted(desc ? (a, b) => by.sort(b, a) : by.sort);
}
