import type { ActivityEntry, Session } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { linesOfOrder, linesOfRfq } from './activity-lines.ts';
import { type ActivityRow, ActivityWindow, activityKey } from './activity-window.ts';
import { type ActivityWish, isWanted, orderOf, queryOf, sinceOf } from './activity-wish.ts';
import type { InboxEvent } from './feed-messages.ts';
import type { FloorState, Older, Snapshot } from './state.ts';

/** Lines in one answer, the most that the gateway gives, and what one page of the browser holds. */
const PAGE_LINES = 100;
const PAGE_LINES_MAX = 500;
const LINES_HELD_MAX = 20_000;
/** What is told live is on the screen at once, and then so often. */
const SHOW_EVERY_MS = 100;
/** What was told live no longer ago may not be in the feed yet; a reading that failed begins again after as long. */
const FEED_LAG_MS = 5_000;
const READ_AGAIN_MS = 5_000;

export interface ActivityState {
  snapshot: Snapshot;
  rows: readonly ActivityRow[];
  /** What lies beyond the last row. */
  older: Older;
}

interface Page {
  entries: ActivityEntry[];
  nextCursor?: string;
}

interface FeedOptions {
  session: Pick<Session, 'call'>;
  inbox: { watch(listener: (event: InboxEvent) => void): () => void };
  floor: StoreApi<FloorState>;
  now(): number;
}

const NOTHING: ActivityState = { snapshot: { kind: 'loading' }, rows: [], older: { kind: 'unknown' } };

/** One list of the activity feed: read page by page, kept up by notices, read again after a connection was lost. */
export class ActivityFeed {
  readonly state: StoreApi<ActivityState> = createStore(() => NOTHING);
  readonly #options: FeedOptions;
  readonly #wish: ActivityWish;
  #since: string | null;
  #window: ActivityWindow;
  #cursor: string | null = null;
  /** Lines that were told since the reading began that is under way. */
  #told: ActivityEntry[] | null = null;
  #reading = 0;
  #shownAt = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: FeedOptions, wish: ActivityWish) {
    this.#options = options;
    this.#wish = wish;
    this.#since = sinceOf(wish, options.now());
    this.#window = new ActivityWindow(orderOf(wish));
  }

  /** Reads, and listens until the returned function is called. */
  start(): () => void {
    const { inbox, floor } = this.#options;
    const deaf = inbox.watch(event => this.#heard(event));
    // Orders and positions are read again after each gap; whatever made them old made this old.
    const ended = floor.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot && now.snapshot.kind === 'ready') void this.read();
    });
    void this.read();
    return () => {
      deaf();
      ended();
      this.#reading += 1;
      if (this.#timer !== null) clearTimeout(this.#timer);
    };
  }

  /** Reads what is on the screen, or the first page. Until it has succeeded it is tried again. */
  async read(): Promise<void> {
    const { now } = this.#options;
    this.#reading += 1;
    const reading = this.#reading;
    this.#told = [];
    const begun = now();
    const since = sinceOf(this.#wish, begun);
    try {
      const read = await this.#pages(since, Math.max(PAGE_LINES, this.state.getState().rows.length));
      if (reading !== this.#reading) return;
      this.#since = since;
      this.#cursor = read.nextCursor ?? null;
      this.#renew(read.entries, begun);
      this.#show({ snapshot: { kind: 'ready', at: now() }, older: this.#beyond() });
    } catch (problem) {
      if (reading !== this.#reading) return;
      this.#show({ snapshot: { kind: 'failed', reason: reasonOf(problem), at: now() } });
      setTimeout(() => {
        if (reading === this.#reading) void this.read();
      }, READ_AGAIN_MS);
    }
  }

  /** Reads one page more, unless one is being read or there are none. */
  async older(): Promise<void> {
    const { older } = this.state.getState();
    const [cursor, reading] = [this.#cursor, this.#reading];
    if (cursor === null || (older.kind !== 'more' && older.kind !== 'failed')) return;
    this.#show({ older: { kind: 'reading' } });
    try {
      const page = await this.#page(this.#since, PAGE_LINES, cursor);
      if (reading !== this.#reading) return;
      this.#cursor = page.nextCursor ?? null;
      for (const entry of page.entries) this.#window.put(entry, null);
      this.#window.reach(this.#edge(page.entries));
      this.#show({ older: this.#beyond() });
    } catch (problem) {
      if (reading === this.#reading) this.#show({ older: { kind: 'failed', reason: reasonOf(problem) } });
    }
  }

  /** A line as it is known now, wherever it would stand. */
  latest(key: string): ActivityRow | undefined {
    return this.#window.get(key);
  }

  #heard(event: InboxEvent): void {
    if (event.kind === 'order') this.#tell(linesOfOrder(event.order));
    else if (event.kind === 'rfq') this.#tell(linesOfRfq(event.view));
  }

  #tell(lines: ActivityEntry[]): void {
    for (const line of lines) this.#take(line);
    this.#told?.push(...lines);
    if (this.state.getState().snapshot.kind !== 'loading') this.#showSoon();
  }

  #take(line: ActivityEntry): void {
    if (isWanted(this.#wish, this.#since, line)) this.#window.put(line, this.#options.now());
    else this.#window.drop(line);
  }

  /** What was read, and what is known to be newer than that. */
  #renew(entries: ActivityEntry[], begun: number): void {
    const before = this.#window;
    this.#window = new ActivityWindow(orderOf(this.#wish));
    for (const entry of entries) this.#window.put(entry, before.get(activityKey(entry))?.changedAt ?? null);
    for (const row of before.known()) {
      const recent = row.changedAt !== null && row.changedAt >= begun - FEED_LAG_MS;
      if (recent || this.#window.get(row.key)) this.#window.put(row.entry, row.changedAt);
    }
    for (const line of this.#told ?? []) this.#take(line);
    this.#told = null;
    this.#window.reach(this.#edge(entries));
  }

  /** The last line of a page that is not the last page. */
  #edge(entries: ActivityEntry[]): ActivityEntry | null {
    return this.#cursor === null ? null : (entries.at(-1) ?? null);
  }

  #beyond(): Older {
    if (this.#cursor === null) return { kind: 'none' };
    return { kind: this.#window.rows().length >= LINES_HELD_MAX ? 'full' : 'more' };
  }

  async #pages(since: string | null, lines: number): Promise<Page> {
    const entries: ActivityEntry[] = [];
    let cursor: string | null = null;
    do {
      const limit = Math.min(PAGE_LINES_MAX, lines - entries.length);
      const page: Page = await this.#page(since, limit, cursor);
      entries.push(...page.entries);
      cursor = page.nextCursor ?? null;
    } while (cursor !== null && entries.length < lines);
    return { entries, ...(cursor !== null && { nextCursor: cursor }) };
  }

  #page(since: string | null, limit: number, cursor: string | null): Promise<Page> {
    const query = queryOf(this.#wish, since);
    query.set('limit', String(limit));
    if (cursor !== null) query.set('cursor', cursor);
    return this.#options.session.call<Page>('GET', `/api/activity?${query}`);
  }

  #showSoon(): void {
    if (this.#timer !== null) return;
    const wait = this.#shownAt + SHOW_EVERY_MS - this.#options.now();
    this.#timer = setTimeout(() => this.#show({}), Math.min(Math.max(wait, 0), SHOW_EVERY_MS));
  }

  #show(change: Partial<ActivityState>): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#shownAt = this.#options.now();
    this.state.setState({ ...change, rows: this.#window.rows() });
  }
}

function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
