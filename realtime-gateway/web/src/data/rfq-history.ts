import type { Counterparty, RfqView, Session } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import type { Books } from './books.ts';
import { Reading } from './reading.ts';
import { isLive } from './rfq-rows.ts';
import type { FloorState, Snapshot } from './state.ts';

/** Requests in one answer. */
const PAGE_RFQS = 100;
/** Answers that one reading takes of the open requests, and one to learn how others ended meanwhile. */
const PAGES_MAX = 20;

interface Page {
  rfqs: RfqView[];
  nextCursor?: string;
}

interface RfqHistoryOptions {
  session: Pick<Session, 'call'>;
  books: Books;
  state: StoreApi<FloorState>;
  now(): number;
}

/** Requests for quotes and those who can be asked, by HTTP: with each connection, and again until it has succeeded. */
export class RfqHistory {
  readonly #options: RfqHistoryOptions;
  readonly #reading = new Reading({
    ask: () => Promise.all([this.#counterparties(), this.#rfqs()]),
    answered: () => this.#tell({ kind: 'ready', at: this.#options.now() }),
    failed: reason => this.#tell({ kind: 'failed', reason, at: this.#options.now() }),
  });

  constructor(options: RfqHistoryOptions) {
    this.#options = options;
  }

  load(): Promise<void> {
    return this.#reading.begin();
  }

  /** Nothing is read again by itself from here on. */
  stop(): void {
    this.#reading.stop();
  }

  #tell(requests: Snapshot): void {
    this.#options.state.setState({ requests });
  }

  async #counterparties(): Promise<void> {
    const { session, state } = this.#options;
    const path = '/api/counterparties';
    const { counterparties } = await session.call<{ counterparties: Counterparty[] }>('GET', path);
    state.setState({ counterparties: new Map(counterparties.map(each => [each.user, each])) });
  }

  async #rfqs(): Promise<void> {
    const { books } = this.#options;
    const believedOpen = books.rfqs.list().filter(row => isLive(row.view));
    const [open, past] = await Promise.all([this.#open(), this.#page('all', null)]);
    // A request that ended unseen while nobody was connected must not stay open on the screen.
    const unclear = new Set(believedOpen.map(row => row.key).filter(id => !open.has(id)));
    let page = past;
    for (let read = 1; read < PAGES_MAX; read++) {
      for (const { rfqId } of page.rfqs) unclear.delete(rfqId);
      if (unclear.size === 0 || page.nextCursor === undefined) return;
      page = await this.#page('all', page.nextCursor);
    }
  }

  async #open(): Promise<Set<string>> {
    const open = new Set<string>();
    let cursor: string | null = null;
    for (let read = 0; read < PAGES_MAX; read++) {
      const page: Page = await this.#page('open', cursor);
      for (const rfq of page.rfqs) open.add(rfq.rfqId);
      cursor = page.nextCursor ?? null;
      if (cursor === null) break;
    }
    return open;
  }

  async #page(state: 'open' | 'all', cursor: string | null): Promise<Page> {
    const from = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/rfqs?state=${state}&limit=${PAGE_RFQS}${from}`;
    const page = await this.#options.session.call<Page>('GET', path);
    for (const rfq of page.rfqs) this.#options.books.rfqRead(rfq);
    return page;
  }
}
