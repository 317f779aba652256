/** Calls `act` with the next painted frame. */
export type NextFrame = (act: () => void) => void;

/**
 * Rows by key. A change marks the row dirty; one flush per frame tells those who look at that row, and those who look
 * at the list, so that a thousand updates a second cost one rendering of what is on the screen.
 */
export class RowStore<Row> {
  readonly #nextFrame: NextFrame;
  readonly #rows = new Map<string, Row>();
  readonly #dirty = new Set<string>();
  readonly #rowListeners = new Map<string, Set<() => void>>();
  readonly #listListeners = new Set<() => void>();
  #list: readonly Row[] = [];
  #flushing = false;
  #structure = 0;

  constructor(nextFrame: NextFrame) {
    this.#nextFrame = nextFrame;
  }

  get(key: string): Row | undefined {
    return this.#rows.get(key);
  }

  /** The rows as of the last flush; the same array until the next. */
  readonly list = (): readonly Row[] => this.#list;

  get size(): number {
    return this.#rows.size;
  }

  /** Changes when rows come or go, not when they change. */
  get structure(): number {
    return this.#structure;
  }

  set(key: string, row: Row): void {
    if (!this.#rows.has(key)) this.#structure += 1;
    this.#rows.set(key, row);
    this.#mark(key);
  }

  clear(): void {
    for (const key of [...this.#rows.keys()]) {
      this.#rows.delete(key);
      this.#structure += 1;
      this.#mark(key);
    }
  }

  watchRow(key: string, listener: () => void): () => void {
    const listeners = this.#rowListeners.get(key) ?? new Set();
    this.#rowListeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#rowListeners.get(key) === listeners) this.#rowListeners.delete(key);
    };
  }

  readonly watchList = (listener: () => void): (() => void) => {
    this.#listListeners.add(listener);
    return () => this.#listListeners.delete(listener);
  };

  #mark(key: string): void {
    this.#dirty.add(key);
    if (this.#flushing) return;
    this.#flushing = true;
    this.#nextFrame(() => this.#flush());
  }

  #flush(): void {
    this.#flushing = false;
    const dirty = [...this.#dirty];
    this.#dirty.clear();
    this.#list = [...this.#rows.values()];
    for (const key of dirty) for (const listener of this.#rowListeners.get(key) ?? []) listener();
    for (const listener of this.#listListeners) listener();
  }
}
