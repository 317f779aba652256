import {
  ACKNOWLEDGED_AT_ONCE_MAX,
  type AlertEvent,
  type AlertRefused,
  type AlertState,
  type AlertsAcknowledged,
  type Session,
  type Subscribed,
} from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { readWaiting, withAlert, without } from './alerts-list.ts';
import { assertNever } from './assert-never.ts';
import type { Answer, Dispatch } from './dispatch.ts';
import { Reading } from './reading.ts';
import type { Snapshot } from './state.ts';

/** What is still to be acknowledged, and how far acknowledging came. */
export interface AlertsState {
  /** The newest first. */
  open: readonly AlertState[];
  /** Until it is ready there may be more than `open`, or less. */
  reading: Snapshot['kind'];
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

/** The user's alerts: read after each connection, kept by what the channel tells, the higher version first. */
export class Alerts {
  readonly state: StoreApi<AlertsState> = createStore<AlertsState>(() => ({
    open: [],
    reading: 'loading',
    sending: new Set(),
    fault: null,
  }));
  readonly #options: AlertsOptions;
  readonly #reading = new Reading<AlertState[]>({
    ask: () => {
      this.#begins();
      return readWaiting(this.#options.session);
    },
    answered: alerts => this.#read(alerts),
    failed: () => this.state.setState({ reading: 'failed' }),
  });
  /** What each command of this page named. Kept after its effect: the refusal of a part may come later. */
  readonly #own = new Map<string, readonly string[]>();
  /** Known when the present reading began: what it does not bring of these was acknowledged. */
  #before: readonly AlertState[] = [];
  /** Acknowledged while the state is being read, which may not know it yet. */
  readonly #settled = new Set<string>();
  #replayed = 0;

  constructor(options: AlertsOptions) {
    this.#options = options;
  }

  cameBack(): void {
    void this.#reading.begin();
  }

  /** Nothing is read until a connection is there again. */
  stop(): void {
    this.#reading.stop();
  }

  heard(event: AlertEvent): void {
    switch (event.kind) {
      case 'restored':
        this.#restored(event.how);
        return;
      case 'raised':
        this.#raised(event.alert);
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

  /** Every device hears of the refusals of all of them, and some of old ones: only a command of this page counts. */
  refused({ commandId, alertIds, text }: AlertRefused): void {
    const named = this.#own.get(commandId);
    if (!named) return;
    this.#remove(alertIds);
    const freed = alertIds.length === 0 ? named : alertIds;
    this.state.setState(({ sending }) => ({ sending: without(sending, freed), fault: text }));
  }

  /** A refusal may be among the notices that are gone: nothing waits for it, and what stands can be pressed again. */
  lostNotices(): void {
    this.state.setState({ sending: new Set() });
  }

  #begins(): void {
    this.#settled.clear();
    const { open, reading } = this.state.getState();
    this.#before = open;
    // What failed is not unsaid by trying again.
    if (reading === 'ready') this.state.setState({ reading: 'loading' });
  }

  #read(alerts: readonly AlertState[]): void {
    const waiting = new Set(alerts.map(alert => alert.alertId));
    this.#remove(this.#before.map(alert => alert.alertId).filter(id => !waiting.has(id)));
    for (const alert of alerts) if (!this.#settled.has(alert.alertId)) this.#put(alert);
    this.state.setState({ sending: new Set(), reading: 'ready' });
  }

  #restored(how: Subscribed): void {
    this.#replayed = how.mode === 'live' ? 0 : how.count;
    if (how.mode === 'gap' && how.reason !== 'first') void this.#reading.begin();
  }

  #raised(alert: AlertState): void {
    // Counted off even if it is known: a reading may have brought what is replayed after it.
    const isNew = this.#isNew();
    if (this.#put(alert) && isNew && alert.severity === 'WARNING') {
      this.#options.tell({ kind: 'warned', alert });
    }
  }

  #send(alertIds: string[]): void {
    const { dispatch, newId } = this.#options;
    const clientCommandId = newId();
    this.#own.set(clientCommandId, alertIds);
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
    const elsewhere = this.#isNew() && !this.#own.has(clientCommandId);
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
    const next = withAlert(open, alert);
    this.state.setState({ open: next });
    return next.length > open.length;
  }

  #remove(alertIds: readonly string[]): void {
    if (alertIds.length === 0) return;
    const gone = new Set(alertIds);
    this.state.setState(({ open, sending }) => ({
      open: open.filter(alert => !gone.has(alert.alertId)),
      sending: without(sending, alertIds),
    }));
  }
}
