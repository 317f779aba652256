import type { ActivityEntry } from '@ringside/client';

/** A line on the screen. */
export interface ActivityRow {
  key: string;
  entry: ActivityEntry;
  /** When this page last saw it change; null for what was read. */
  changedAt: number | null;
}

interface KnownRow extends ActivityRow {
  wanted: boolean;
}

export const activityKey = ({ kind, id }: Pick<ActivityEntry, 'kind' | 'id'>): string => `${kind}/${id}`;

/**
 * The part of a long sorted list that was read so far, kept up by what is told live. What stands beyond its edge is
 * known and not shown: the page that reaches so far may have been read before it came to stand there. What is wanted no
 * more is known, too: a page that was read before would bring it back.
 */
export class ActivityWindow {
  readonly #compare: (a: ActivityEntry, b: ActivityEntry) => number;
  readonly #known = new Map<string, KnownRow>();
  readonly #dirty = new Set<string>();
  #rows: readonly ActivityRow[] = [];
  /** The last line that was read; null once there are no more. */
  #edge: ActivityEntry | null = null;

  constructor(compare: (a: ActivityEntry, b: ActivityEntry) => number) {
    this.#compare = compare;
  }

  /** Up to here everything is known. */
  reach(edge: ActivityEntry | null): void {
    this.#edge = edge;
    const shown = new Set(this.#rows.map(row => row.key));
    for (const [key, row] of this.#known) {
      if (shown.has(key) !== this.#stands(row)) this.#dirty.add(key);
    }
  }

  /** A line in a version that may be newer or older than the one that is known. */
  put(entry: ActivityEntry, changedAt: number | null): void {
    this.#know(entry, changedAt, true);
  }

  /** A line that in this version is not wanted, or no more. */
  drop(entry: ActivityEntry, changedAt: number | null): void {
    this.#know(entry, changedAt, false);
  }

  /** Also one that is wanted no more. */
  get(key: string): ActivityRow | undefined {
    return this.#known.get(key);
  }

  /** Those beyond the edge and those that are wanted no more, too. */
  known(): Iterable<ActivityRow> {
    return this.#known.values();
  }

  /** In their order, up to the edge; the same list while nothing changes. */
  rows(): readonly ActivityRow[] {
    if (this.#dirty.size === 0) return this.#rows;
    const rows = this.#rows.filter(row => !this.#dirty.has(row.key));
    const changed = [...this.#dirty].flatMap(key => this.#known.get(key) ?? []);
    this.#dirty.clear();
    this.#rows = merged(
      rows,
      changed.filter(row => this.#stands(row)).toSorted((a, b) => this.#compare(a.entry, b.entry)),
      (a, b) => this.#compare(a.entry, b.entry),
    );
    return this.#rows;
  }

  #know(entry: ActivityEntry, changedAt: number | null, wanted: boolean): void {
    const key = activityKey(entry);
    const known = this.#known.get(key);
    if (known && known.entry.version >= entry.version) return;
    this.#known.set(key, { key, entry, changedAt: changedAt ?? known?.changedAt ?? null, wanted });
    if (wanted || known?.wanted) this.#dirty.add(key);
  }

  #stands({ entry, wanted }: KnownRow): boolean {
    return wanted && (this.#edge === null || this.#compare(entry, this.#edge) <= 0);
  }
}

/** Two sorted lists as one. */
function merged<T>(one: readonly T[], other: readonly T[], compare: (a: T, b: T) => number): T[] {
  const all: T[] = [];
  let at = 0;
  for (const next of other) {
    const place = placeOf(one, next, compare, at);
    for (; at < place; at++) all.push(one[at] as T);
    all.push(next);
  }
  for (; at < one.length; at++) all.push(one[at] as T);
  return all;
}

/** Where a value belongs in a sorted list, from an index on. */
function placeOf<T>(sorted: readonly T[], value: T, compare: (a: T, b: T) => number, from: number): number {
  let [low, high] = [from, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(sorted[middle] as T, value) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
