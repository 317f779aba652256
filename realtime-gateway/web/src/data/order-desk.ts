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

/** What one command asks of an order. */
interface Asked {
  key: string;
  /** Absent for a cancel. */
  change?: Change;
  received: boolean;
  /** Notices were lost since it was sent: what became of it may have been among them. */
  lost: boolean;
}

/** Sends orders, cancels and amends, once each, and follows the last order of the ticket to its end. */
export class OrderDesk {
  readonly #options: OrderDeskOptions;
  /** What was asked of orders that there are, by the command's id. */
  readonly #asked = new Map<string, Asked>();

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
    this.#asked.set(body.clientOrderId, { key, received: false, lost: false });
    this.#options.dispatch.send({ type: 'order.cancel', body }, answer => {
      if (answer.kind === 'unknown') return;
      if (answer.outcome.kind === 'received') {
        this.#received(body.clientOrderId);
        return;
      }
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
    this.#asked.set(id, { key, change, received: false, lost: false });
    dispatch.send({ type: 'order.amend', body }, answer => {
      if (answer.kind === 'unknown') return;
      if (answer.outcome.kind === 'refused') this.#refused(id, answer.outcome.refusal.message);
      else if (answer.outcome.kind === 'received') this.#received(id);
    });
    return id;
  }

  /**
   * Notices are gone: what was asked before shows in the order that is read now, or was refused and nobody will say so.
   * What the gateway has not answered yet is asked for again, and not waited for once it has.
   */
  lostNotices(): void {
    for (const [id, asked] of this.#asked) {
      asked.lost = true;
      if (asked.received) this.#waitNoMore(id, asked);
    }
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
    const { state } = this.#options;
    const { submission } = state.getState();
    if (submission?.body.clientOrderId === clientOrderId) {
      state.setState({ submission: refusedLater(submission, reason, text) });
    }
    this.#refused(clientOrderId, text);
  }

  #received(id: string): void {
    const asked = this.#asked.get(id);
    if (!asked) return;
    asked.received = true;
    if (asked.lost) this.#waitNoMore(id, asked);
  }

  #refused(id: string, text: string): void {
    const { books } = this.#options;
    const asked = this.#asked.get(id);
    if (!asked) return;
    const { key, change } = asked;
    if (change) books.amending(key, { kind: 'refused', id, change, text });
    else books.cancelling(key, false);
    this.#asked.delete(id);
  }

  #waitNoMore(id: string, { key, change }: Asked): void {
    const { books } = this.#options;
    const row = books.orders.get(key);
    if (!change && row?.cancelling) books.cancelling(key, false);
    if (row?.amending?.kind === 'sent' && row.amending.id === id) books.amending(key, undefined);
    this.#asked.delete(id);
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
