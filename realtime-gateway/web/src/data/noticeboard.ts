import type { StoreApi } from 'zustand/vanilla';
import { type FloorState, type Toast, withToast } from './state.ts';

/** Notices that are kept to be read later; the oldest goes first. */
const KEPT_MAX = 200;

/** Tells a person what is new: on the screen for a while, and kept until it is cleared. */
export class Noticeboard {
  readonly #state: StoreApi<FloorState>;
  readonly #now: () => number;
  #last = 0;

  constructor(state: StoreApi<FloorState>, now: () => number) {
    this.#state = state;
    this.#now = now;
  }

  tell(news: Toast['news']): void {
    this.#last += 1;
    const toast = { id: this.#last, news };
    this.#state.setState(({ toasts, notices }) => ({
      toasts: withToast(toasts, toast),
      notices: [{ ...toast, at: this.#now(), read: false }, ...notices].slice(0, KEPT_MAX),
    }));
  }

  /** Off the screen; it is kept. */
  dismiss(id: number): void {
    this.#state.setState(({ toasts }) => ({ toasts: toasts.filter(toast => toast.id !== id) }));
  }

  markAllRead(): void {
    this.#state.setState(({ notices }) => ({ notices: notices.map(notice => ({ ...notice, read: true })) }));
  }

  clear(): void {
    this.#state.setState({ notices: [] });
  }
}
