import type { Alerts } from './alerts.ts';
import { assertNever } from './assert-never.ts';
import type { Books } from './books.ts';
import type { InboxEvent } from './feed-messages.ts';
import type { MassCancelDesk } from './mass-cancel-desk.ts';
import { type News, Newsroom } from './news.ts';
import type { OrderDesk } from './order-desk.ts';
import type { People } from './people.ts';
import type { RfqDesk } from './rfq-desk.ts';

interface InboxOptions {
  books: Books;
  orders: OrderDesk;
  massCancels: MassCancelDesk;
  rfqs: RfqDesk;
  people: People;
  alerts: Alerts;
}

/** Takes each notice of the user's own channel to the books and to the desk that waits for it; says what is news. */
export class Inbox {
  readonly #options: InboxOptions;
  readonly #newsroom = new Newsroom();
  readonly #listeners = new Set<(event: InboxEvent) => void>();

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Every notice as it comes, until the returned function is called. */
  watch(listener: (event: InboxEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  cameBack(): void {
    this.#newsroom.cameBack();
  }

  opensHole(event: InboxEvent): boolean {
    return this.#newsroom.opensHole(event);
  }

  take(event: InboxEvent): News[] {
    const known = event.kind === 'rfq' ? this.#options.books.rfqs.get(event.view.rfqId)?.view : undefined;
    this.#record(event, this.#newsroom.isReplaying);
    for (const listener of this.#listeners) listener(event);
    return this.#newsroom.take(event, known).filter(news => !this.#isToldElsewhere(news));
  }

  /** What becomes of many orders at once is told once and together. */
  #isToldElsewhere(news: News): boolean {
    const { massCancels } = this.#options;
    if (news.kind === 'ended') return massCancels.tells(news.order.cancelId);
    return news.kind === 'refused' && massCancels.tells(news.refused.clientOrderId);
  }

  #record(event: InboxEvent, old: boolean): void {
    const { books, orders, massCancels, rfqs, people, alerts } = this.#options;
    switch (event.kind) {
      case 'restored':
        return;
      case 'order':
        if (old) books.orderRead(event.order);
        else books.orderChanged(event.order);
        orders.moved(event.order);
        massCancels.moved(event.order);
        return;
      case 'refused':
        orders.refused(event.refused);
        massCancels.refused(event.refused);
        return;
      case 'mass-cancel':
        massCancels.reported(event.report);
        return;
      case 'rfq':
        if (old) books.rfqRead(event.view);
        else books.rfqChanged(event.view);
        rfqs.moved(event.view);
        return;
      case 'rfq-refused':
        rfqs.refused(event.refused);
        return;
      case 'presence-chosen':
        people.chosen(event.chosen);
        return;
      case 'presence-refused':
        people.refused(event.refused);
        return;
      case 'alert-refused':
        alerts.refused(event.refused);
        return;
      default:
        assertNever(event);
    }
  }
}
