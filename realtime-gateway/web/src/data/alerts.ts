import {
  ACKNOWLEDGED_AT_ONCE_MAX,
  type AlertEvent,
  type AlertRefused,
  type AlertState,
  type AlertsAcknowledged,
  type Session,
} from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assertNever } from './assert-never.ts';
import type { Answer, Dispatch } from './dispatch.ts';

/** What is still to be acknowledged, and how far acknowledging came. */
export interface AlertsState {
  /** The newest first. */
  open: readonly AlertState[];
  /** Ids whose acknowledgement is on its way. */
  sending: ReadonlySet<string>;
  /** Why the last acknowledgement came to nothing. */
  fault: string | null;
}

/** What is told apart from what stands. */
export type AlertNews = { kind: 'warned'; alert: AlertState } | { kind: 'settled-elsewhere'; count: number };

interface AlertsOptions {
  session: Pick<Session, 'call'>;
  dispatch: Pick<Dispatch, 'send'>;
  newId(): string;
  tell(news: AlertNews): void;
}

interface Page {
  alerts: AlertState[];
  nextCursor?: string;
}

const PAGE_ALERTS = 500;
const PAGES_MAX = 10;

/** The user's alerts: read after each connection, kept by what the channel tells, the higher version first. */
export class Alerts {
  readonly state: StoreApi<AlertsState> = createStore<AlertsState>(() => ({
    open: [],
    sending: new Set(),
    fault: null,
  }));
  readonly #options: AlertsOptions;
  readonly #own = new Set<string>();
  /** Acknowledged while the state is being read, which may not know it yet. */
  readonly #settled = new Set<string>();
  #replayed = 0;
  #reading = 0;

  constructor(options: AlertsOptions) {
    this.#options = options;
  }

  /** What cannot be read now is read with the next connection; meanwhile the channel tells what is new. */
  async load(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const before = new Set(this.state.getState().open.map(alert => alert.alertId));
    this.#settled.clear();
    const read = await this.#read().catch(() => null);
    if (read === null || reading !== this.#reading) return;
    const waiting = new Set(read.map(alert => alert.alertId));
    const gone = [...before].filter(id => !waiting.has(id));
    this.#remove(gone);
    for (const alert of read) if (!this.#settled.has(alert.alertId)) this.#put(alert);
    this.state.setState({ sending: new Set() });
  }

  heard(event: AlertEvent): void {
    switch (event.kind) {
      case 'restored':
        this.#replayed = event.how.mode === 'live' ? 0 : event.how.count;
        if (event.how.mode === 'gap' && event.how.reason !== 'first') void this.load();
        return;
      case 'raised':
        if (this.#put(event.alert) && this.#isNew() && event.alert.severity === 'WARNING') {
          this.#options.tell({ kind: 'warned', alert: event.alert });
        }
        return;
      case 'repeated':
        this.#isNew();
        this.#put(event.alert);
        return;
      case 'acknowledged':
        this.#acknowledged(event.acknowledged);
        return;
      default:
        assertNever(event);
    }
  }

  acknowledge(alertIds: readonly string[]): void {
    const { sending } = this.state.getState();
    const wanted = alertIds.filter(id => !sending.has(id));
    for (let from = 0; from < wanted.length; from += ACKNOWLEDGED_AT_ONCE_MAX) {
      this.#send(wanted.slice(from, from + ACKNOWLEDGED_AT_ONCE_MAX));
    }
  }

  refused({ alertIds, text }: AlertRefused): void {
    this.#remove(alertIds);
    this.state.setState({ fault: text });
  }

  #send(alertIds: string[]): void {
    const { dispatch, newId } = this.#options;
    const clientCommandId = newId();
    this.#own.add(clientCommandId);
    this.state.setState(({ sending }) => ({ sending: new Set([...sending, ...alertIds]), fault: null }));
    dispatch.send({ type: 'alert.acknowledge', body: { clientCommandId, alertIds } }, answer =>
      this.#answered(alertIds, answer),
    );
  }

  /** Once it is received its effect is told on the channel. */
  #answered(alertIds: string[], answer: Answer): void {
    if (answer.kind === 'unknown' || answer.outcome.kind === 'received') return;
    const { outcome } = answer;
    const fault = outcome.kind === 'refused' ? outcome.refusal.message : 'Nobody answered. Try again.';
    this.state.setState(({ sending }) => ({ sending: without(sending, alertIds), fault }));
  }

  #acknowledged({ clientCommandId, alertIds, already }: AlertsAcknowledged): void {
    for (const id of alertIds) this.#settled.add(id);
    this.#remove([...alertIds, ...already]);
    const elsewhere = this.#isNew() && !this.#own.delete(clientCommandId);
    if (elsewhere && alertIds.length > 0) {
      this.#options.tell({ kind: 'settled-elsewhere', count: alertIds.length });
    }
  }

  /** What is replayed is no news. */
  #isNew(): boolean {
    if (this.#replayed === 0) return true;
    this.#replayed -= 1;
    return false;
  }

  /** Whether it was not known. */
  #put(alert: AlertState): boolean {
    const { open } = this.state.getState();
    const known = open.find(each => each.alertId === alert.alertId);
    if (known && known.version >= alert.version) return false;
    const others = open.filter(each => each !== known);
    this.state.setState({ open: [...others, alert].sort(newestFirst) });
    return known === undefined;
  }

  #remove(alertIds: readonly string[]): void {
    if (alertIds.length === 0) return;
    const gone = new Set(alertIds);
    this.state.setState(({ open, sending }) => ({
      open: open.filter(alert => !gone.has(alert.alertId)),
      sending: without(sending, alertIds),
    }));
  }

  async #read(): Promise<AlertState[]> {
    const read: AlertState[] = [];
    let cursor = '';
    for (let page = 0; page < PAGES_MAX; page++) {
      const path = `/api/alerts?acknowledged=false&limit=${PAGE_ALERTS}${cursor}`;
      const { alerts, nextCursor } = await this.#options.session.call<Page>('GET', path);
      read.push(...alerts);
      if (nextCursor === undefined) break;
      cursor = `&cursor=${encodeURIComponent(nextCursor)}`;
    }
    return read;
  }
}

function without(ids: ReadonlySet<string>, gone: readonly string[]): ReadonlySet<string> {
  return new Set([...ids].filter(id => !gone.includes(id)));
}

function newestFirst(a: AlertState, b: AlertState): number {
  return Date.parse(b.lastAt) - Date.parse(a.lastAt) || (a.alertId < b.alertId ? 1 : -1);
}
