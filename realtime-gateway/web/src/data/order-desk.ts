import type { CommandRefused, OrderState, SubmitOrder } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import type { Change } from './amending.ts';
import type { Books } from './books.ts';
import type { Answer, Dispatch } from './dispatch.ts';
import { orderKey } from './rows.ts';
import type { FloorState, Toast } from './state.ts';
import { delivered, isInFlight, progressed, refusedLater, submitted } from './submission.ts';

interface OrderDeskOptions {
  books: Books;
  state: StoreApi<FloorState>;
  now(): number;
  newId(): string;
  dispatch: Dispatch;
  tell(news: Toast['news']): void;
}

/** Sends orders, cancels and amends, once each, and follows the last order of the ticket to its end. */
export class OrderDesk {
  readonly #options: OrderDeskOptions;
  /** The order that each cancel of ours is about. */
  readonly #cancels = new Map<string, string>();
  /** The order that each amend of ours is about, and what it asks for. */
  readonly #amends = new Map<string, { key: string; change: Change }>();

  constructor(options: OrderDeskOptions) {
    this.#options = options;
  }

  /** Sends an order unless one is still on its way: a second press of the button is the same order. */
  submit(draft: Omit<SubmitOrder, 'clientOrderId'>): void {
    const { state, newId, now } = this.#options;
    if (isInFlight(state.getState().submission)) return;
    const body: SubmitOrder = { clientOrderId: newId(), ...draft };
    state.setState({ submission: submitted(body, now()) });
    this.#options.dispatch.send({ type: 'order.submit', body }, answer => this.#submitAnswered(body, answer));
  }

  cancel(order: OrderState): void {
    const { books, newId, tell } = this.#options;
    const key = orderKey(order);
    if (books.orders.get(key)?.cancelling) return;
    books.cancelling(key, true);
    const { account, clientOrderId } = order;
    const body = { clientOrderId: newId(), originalClientOrderId: clientOrderId, account };
    this.#cancels.set(body.clientOrderId, key);
    this.#options.dispatch.send({ type: 'order.cancel', body }, answer => {
      if (answer.kind === 'unknown' || answer.outcome.kind === 'received') return;
      books.cancelling(key, false);
      const text =
        answer.outcome.kind === 'refused'
          ? answer.outcome.refusal.message
          : 'Whether it was cancelled is unknown.';
      tell({ kind: 'problem', title: `Cancel of ${order.instrument} was not sent`, text });
    });
  }

  /** Asks for other terms, one amend of an order at a time; answers with its id. */
  amend(order: OrderState, change: Change): string | null {
    const { books, newId, dispatch } = this.#options;
    const key = orderKey(order);
    if (books.orders.get(key)?.amending?.kind === 'sent') return null;
    const id = newId();
    const { account, clientOrderId } = order;
    const body = { clientOrderId: id, originalClientOrderId: clientOrderId, account, ...change };
    books.amending(key, { kind: 'sent', id, change });
    this.#amends.set(id, { key, change });
    dispatch.send({ type: 'order.amend', body }, answer => {
      if (answer.kind !== 'unknown' && answer.outcome.kind === 'refused') {
        this.#amendRefused(id, answer.outcome.refusal.message);
      }
    });
    return id;
  }

  /** Puts away what became of an order's last amend. */
  forgetAmend(key: string): void {
    if (this.#options.books.orders.get(key)?.amending?.kind === 'refused') {
      this.#options.books.amending(key, undefined);
    }
  }

  /** Puts the finished order of the ticket away. */
  putAway(): void {
    const { state } = this.#options;
    if (!isInFlight(state.getState().submission)) state.setState({ submission: null });
  }

  moved(order: OrderState): void {
    const { state, now } = this.#options;
    const { submission } = state.getState();
    if (submission?.body.clientOrderId !== order.clientOrderId) return;
    if ((submission.order?.version ?? 0) >= order.version) return;
    state.setState({ submission: progressed(submission, order, now()) });
  }

  refused({ clientOrderId, reason, text }: CommandRefused): void {
    const { state, books } = this.#options;
    const { submission } = state.getState();
    if (submission?.body.clientOrderId === clientOrderId) {
      state.setState({ submission: refusedLater(submission, reason, text) });
    }
    const cancelled = this.#cancels.get(clientOrderId);
    if (cancelled) books.cancelling(cancelled, false);
    this.#cancels.delete(clientOrderId);
    this.#amendRefused(clientOrderId, text);
  }

  #amendRefused(id: string, text: string): void {
    const amend = this.#amends.get(id);
    if (amend) this.#options.books.amending(amend.key, { kind: 'refused', id, change: amend.change, text });
  }

  #submitAnswered(body: SubmitOrder, answer: Answer): void {
    const { state, now } = this.#options;
    const { submission } = state.getState();
    if (submission?.body.clientOrderId !== body.clientOrderId || submission.order) return;
    state.setState({
      submission:
        answer.kind === 'unknown'
          ? { ...submission, delivery: answer }
          : delivered(submission, answer.outcome, now()),
    });
  }
}
