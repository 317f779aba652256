import type { ActivityEntry, Session } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { linesOfOrder, linesOfRfq } from './activity-lines.ts';
import { type ActivityRow, ActivityWindow, activityKey } from './activity-window.ts';
import { type ActivityWish, isWanted, orderOf, queryOf, sinceOf } from './activity-wish.ts';
import type { InboxEvent } from './feed-messages.ts';
import { READ_LAG_MS } from './inbox.ts';
import { Reading, reasonOf } from './reading.ts';
import type { FloorState, Older, Snapshot } from './state.ts';

/** Lines in one answer, the most that the gateway gives, and what one page of the browser holds. */
const PAGE_LINES = 100;
const PAGE_LINES_MAX = 500;
const LINES_HELD_MAX = 20_000;
/** What is told live is on the screen at once, and then so often. */
const SHOW_EVERY_MS = 100;

export interface ActivityState {
  snapshot: Snapshot;
  /** When it was read last, whatever failed since; null before the first time. */
  readAt: number | null;
  rows: readonly ActivityRow[];
  /** What lies beyond the last row. */
  older: Older;
}

interface Page {
  entries: ActivityEntry[];
  nextCursor?: string;
}

/** All that was asked for at one time. */
interface Answer extends Page {
  since: string | null;
  begun: number;
}

interface FeedOptions {
  session: Pick<Session, 'call'>;
  inbox: { watch(listener: (event: InboxEvent, at: number) => void): () => void };
  floor: StoreApi<FloorState>;
  now(): number;
}

const NOTHING: ActivityState = {
  snapshot: { kind: 'loading' },
  readAt: null,
  rows: [],
  older: { kind: 'unknown' },
};

/** One list of the activity feed: read page by page, kept up by notices, read again after a connection was lost. */
export class ActivityFeed {
  readonly state: StoreApi<ActivityState> = createStore(() => NOTHING);
  readonly #options: FeedOptions;
  readonly #wish: ActivityWish;
  #since: string | null;
  #window: ActivityWindow;
  #cursor: string | null = null;
  readonly #reading = new Reading<Answer>({
    ask: () => this.#ask(),
    answered: answer => this.#answered(answer),
    failed: reason => this.#show({ snapshot: { kind: 'failed', reason, at: this.#options.now() } }),
  });
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
    const deaf = inbox.watch((event, at) => this.#heard(event, at));
    // Orders and positions are read again after each gap; whatever made them old made this old.
    const ended = floor.subscribe((now, before) => {
      if (now.snapshot !== before.snapshot && now.snapshot.kind === 'ready') void this.read();
    });
    void this.read();
    return () => {
      deaf();
      ended();
      this.#reading.stop();
      if (this.#timer !== null) clearTimeout(this.#timer);
    };
  }

  /** Reads what is on the screen, or the first page. Until it has succeeded it is tried again. */
  read(): Promise<void> {
    return this.#reading.begin();
  }

  /** Reads one page more, unless one is being read or there are none. */
  async older(): Promise<void> {
    const { older } = this.state.getState();
    const cursor = this.#cursor;
    if (cursor === null || (older.kind !== 'more' && older.kind !== 'failed')) return;
    this.#show({ older: { kind: 'reading' } });
    try {
      const page = await this.#page(this.#since, PAGE_LINES, cursor);
      // All was read anew meanwhile: this page does not follow its last line.
      if (cursor !== this.#cursor) return;
      this.#cursor = page.nextCursor ?? null;
      for (const entry of page.entries) this.#window.put(entry, null);
      this.#window.reach(this.#edge(page.entries));
      this.#show({ older: this.#beyond() });
    } catch (problem) {
      if (cursor === this.#cursor) this.#show({ older: { kind: 'failed', reason: reasonOf(problem) } });
    }
  }

  /** A line as it is known now, wherever it would stand. */
  latest(key: string): ActivityRow | undefined {
    return this.#window.get(key);
  }

  #heard(event: InboxEvent, at: number): void {
    if (event.kind !== 'order' && event.kind !== 'rfq') return;
    const lines = event.kind === 'order' ? linesOfOrder(event.order) : linesOfRfq(event.view);
    for (const line of lines) this.#take(line, at);
    if (this.state.getState().readAt !== null) this.#showSoon();
  }

  #take(line: ActivityEntry, changedAt: number | null): void {
    if (isWanted(this.#wish, this.#since, line)) this.#window.put(line, changedAt);
    else this.#window.drop(line, changedAt);
  }

  async #ask(): Promise<Answer> {
    const begun = this.#options.now();
    const since = sinceOf(this.#wish, begun);
    const page = await this.#pages(since, Math.max(PAGE_LINES, this.state.getState().rows.length));
    return { ...page, since, begun };
  }

  /** What was read, and what is known to be newer than that: a reading does not yet tell of the last moments. */
  #answered({ entries, nextCursor, since, begun }: Answer): void {
    const before = this.#window;
    this.#since = since;
    this.#cursor = nextCursor ?? null;
    this.#window = new ActivityWindow(orderOf(this.#wish));
    for (const entry of entries) this.#window.put(entry, before.get(activityKey(entry))?.changedAt ?? null);
    for (const { key, entry, changedAt } of before.known()) {
      const recent = changedAt !== null && changedAt >= begun - READ_LAG_MS;
      if (recent || this.#window.get(key)) this.#take(entry, changedAt);
    }
    this.#window.reach(this.#edge(entries));
    const at = this.#options.now();
    this.#show({ snapshot: { kind: 'ready', at }, readAt: at, older: this.#beyond() });
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
    const state = { ...this.state.getState(), ...change };
    // The little that was told while nothing could be read would look like all there is.
    this.state.setState({ ...state, rows: state.readAt === null ? [] : this.#window.rows() });
  }
}
