import type { CommandRefused, MassCancelReport, OrderState } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import type { Dispatch } from './dispatch.ts';
import { afterMove, afterRefusal, isOver, type MassCancel, massCancelOf, type Scope } from './mass-cancel.ts';
import type { FloorState, Toast } from './state.ts';

interface MassCancelDeskOptions {
  state: StoreApi<FloorState>;
  newId(): string;
  dispatch: Dispatch;
  tell(news: Toast['news']): void;
}

/** Sends one command for many orders, one at a time, and follows them to their ends. */
export class MassCancelDesk {
  readonly #options: MassCancelDeskOptions;
  /** Places on the page that show what becomes of a run. */
  #watchers = 0;

  constructor(options: MassCancelDeskOptions) {
    this.#options = options;
  }

  cancel(scope: Scope): void {
    const { state, newId, dispatch } = this.#options;
    const before = state.getState().massCancel;
    if (before && !isOver(before) && before.report === null) return;
    const run = massCancelOf(newId(), scope);
    state.setState({ massCancel: run });
    dispatch.send({ type: 'order.cancel-all', body: { clientOrderId: run.id, ...scope } }, answer => {
      if (answer.kind === 'unknown') this.#change(run.id, now => ({ ...now, delivery: 'unknown' }));
      else if (answer.outcome.kind === 'refused') {
        this.#refusedWhole(run.id, answer.outcome.refusal.message);
      }
    });
  }

  reported(report: MassCancelReport): void {
    this.#change(report.clientOrderId, run => ({ ...run, report }));
  }

  moved(order: OrderState): void {
    if (order.cancelId) this.#change(order.cancelId, run => afterMove(run, order));
  }

  refused(refused: CommandRefused): void {
    if (refused.originalClientOrderId === undefined) this.#refusedWhole(refused.clientOrderId, refused.text);
    else this.#change(refused.clientOrderId, run => afterRefusal(run, refused));
  }

  /** Notices are gone: a run that waits for one would wait for ever. */
  lostNotices(): void {
    const run = this.#options.state.getState().massCancel;
    if (run && !isOver(run)) this.#change(run.id, now => ({ ...now, incomplete: true }));
  }

  /** Somebody looks at what becomes of a run, until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    return () => {
      this.#watchers -= 1;
    };
  }

  /** Whether this is told where it was wished, so that nobody has to be told apart. */
  tells(id: string | undefined): boolean {
    return id !== undefined && this.#options.state.getState().massCancel?.id === id;
  }

  putAway(): void {
    this.#options.state.setState({ massCancel: null });
  }

  #refusedWhole(id: string, text: string): void {
    if (!this.tells(id)) return;
    this.#change(id, run => ({ ...run, delivery: { refused: text } }));
    if (this.#watchers > 0) return;
    this.#options.tell({ kind: 'problem', title: 'The orders were not cancelled', text });
  }

  #change(id: string, change: (run: MassCancel) => MassCancel): void {
    const { state } = this.#options;
    const { massCancel } = state.getState();
    if (massCancel?.id === id) state.setState({ massCancel: change(massCancel) });
  }
}
