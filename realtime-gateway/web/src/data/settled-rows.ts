import type { RowStore } from './row-store.ts';

/** A new row finds its place at once, and then the order is looked at this often. */
export const NEW_ROWS_EVERY_MS = 100;
/** Rows whose contents change keep their place for this long: sorting many rows at every price helps nobody. */
export const CHANGED_ROWS_EVERY_MS = 500;

type After = (ms: number, act: () => void) => () => void;

/** The rows of a store for sorting and counting: the same list while only contents change, renewed now and then. */
export class SettledRows<Row> {
  readonly #store: RowStore<Row>;
  readonly #now: () => number;
  readonly #after: After;
  #rows: readonly Row[];
  #structure: number;
  #takenAt = 0;
  #cancelTimer: (() => void) | null = null;

  constructor(store: RowStore<Row>, now: () => number, after: After) {
    this.#store = store;
    this.#now = now;
    this.#after = after;
    this.#rows = store.list();
    this.#structure = store.structure;
  }

  readonly rows = (): readonly Row[] => this.#rows;

  readonly watch = (listener: () => void): (() => void) => {
    const look = () => this.#look(listener);
    const end = this.#store.watchList(look);
    look();
    return () => {
      end();
      this.#cancelTimer?.();
      this.#cancelTimer = null;
    };
  };

  #look(listener: () => void): void {
    if (this.#rows === this.#store.list()) return;
    const isNew = this.#structure !== this.#store.structure;
    const due = this.#takenAt + (isNew ? NEW_ROWS_EVERY_MS : CHANGED_ROWS_EVERY_MS);
    const wait = due - this.#now();
    if (wait <= 0) {
      this.#take(listener);
    } else if (isNew || !this.#cancelTimer) {
      this.#cancelTimer?.();
      this.#cancelTimer = this.#after(wait, () => this.#take(listener));
    }
  }

  #take(listener: () => void): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    this.#takenAt = this.#now();
    this.#rows = this.#store.list();
    this.#structure = this.#store.structure;
    listener();
  }
}
