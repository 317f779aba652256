import type { OrderState, Session } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import type { Books } from './books.ts';
import { isOpen } from './rows.ts';
import type { FloorState } from './state.ts';

/** Orders in one answer: the most that the gateway gives. */
const PAGE_ORDERS = 500;
/** Orders that one page of the browser holds; who needs more asks the gateway's HTTP. */
export const ORDERS_HELD_MAX = 20_000;
/** Answers that one load reads of the open orders, and one of the past to settle orders that ended meanwhile. */
const LOAD_PAGES_MAX = 20;

interface Page {
  orders: OrderState[];
  nextCursor?: string;
}

interface OrderHistoryOptions {
  session: Pick<Session, 'call'>;
  books: Books;
  state: StoreApi<FloorState>;
  /** Takes each order that was read. */
  read(order: OrderState): void;
}

/**
 * Orders by HTTP: with each connection every open one and the newest, after that older ones as somebody asks for them.
 */
export class OrderHistory {
  readonly #options: OrderHistoryOptions;
  /** Where the next older page starts; null before the first page and after the last. */
  #cursor: string | null = null;
  /** The newest order of the unbroken range that ends at the cursor. */
  #readUpTo: string | null = null;

  constructor(options: OrderHistoryOptions) {
    this.#options = options;
  }

  /** What is new since the last connection. Rejects when it could not be read. */
  async load(): Promise<void> {
    const { books, state } = this.#options;
    const believedOpen = books.orders.list().filter(row => isOpen(row.order));
    const [open, first] = await Promise.all([this.#openOrders(), this.#page('all', null)]);
    let page = first;
    const newest = first.orders[0]?.orderId ?? null;
    const joins = this.#readUpTo !== null && reachesBack(first, this.#readUpTo);
    // An order that ended unseen while nobody was connected must not stay open on the screen.
    const ended = believedOpen.map(row => row.order.orderId).filter(id => !open.has(id));
    for (let read = 1; ended.some(id => !reachesBack(page, id)) && read < LOAD_PAGES_MAX; read++) {
      page = await this.#page('all', page.nextCursor ?? null);
    }
    this.#readUpTo = newest;
    if (joins) return;
    this.#cursor = page.nextCursor ?? null;
    state.setState({ older: this.#cursor === null ? { kind: 'none' } : { kind: 'more' } });
  }

  /** Reads one page of older orders, unless one is being read or there are none. */
  async older(): Promise<void> {
    const { state, books } = this.#options;
    const before = state.getState().older.kind;
    const cursor = this.#cursor;
    if (cursor === null || (before !== 'more' && before !== 'failed')) return;
    state.setState({ older: { kind: 'reading' } });
    try {
      const page = await this.#page('all', cursor);
      // A new connection may have started the range anew meanwhile; then this page is not its continuation.
      if (this.#cursor !== cursor) return;
      this.#cursor = page.nextCursor ?? null;
      const full = books.orders.size >= ORDERS_HELD_MAX;
      state.setState({ older: { kind: this.#cursor === null ? 'none' : full ? 'full' : 'more' } });
    } catch (problem) {
      const reason = problem instanceof Error ? problem.message : String(problem);
      if (this.#cursor === cursor) state.setState({ older: { kind: 'failed', reason } });
    }
  }

  async #openOrders(): Promise<Set<string>> {
    const open = new Set<string>();
    let cursor: string | null = null;
    for (let read = 0; read < LOAD_PAGES_MAX; read++) {
      const page: Page = await this.#page('open', cursor);
      for (const order of page.orders) open.add(order.orderId);
      cursor = page.nextCursor ?? null;
      if (cursor === null) break;
    }
    return open;
  }

  async #page(state: 'open' | 'all', cursor: string | null): Promise<Page> {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/orders?state=${state}&limit=${PAGE_ORDERS}${from}`;
    const page = await this.#options.session.call<Page>('GET', path);
    for (const order of page.orders) this.#options.read(order);
    return page;
  }
}

/** Whether this page, read from the newest on, has come as far back as an order; ids grow with time. */
function reachesBack({ orders, nextCursor }: Page, orderId: string): boolean {
  const oldest = orders.at(-1)?.orderId;
  return nextCursor === undefined || oldest === undefined || oldest <= orderId;
}
