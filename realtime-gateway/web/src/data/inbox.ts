import type { OrderState } from '@ringside/client';
import type { Alerts } from './alerts.ts';
import { assertNever } from './assert-never.ts';
import type { Books } from './books.ts';
import type { InboxEvent } from './feed-messages.ts';
import type { MassCancelDesk } from './mass-cancel-desk.ts';
import { type News, Newsroom } from './news.ts';
import type { OrderDesk } from './order-desk.ts';
import type { People } from './people.ts';
import type { RfqDesk } from './rfq-desk.ts';

/** What a notice told no longer ago may be missing in what is read by HTTP, ms. */
export const READ_LAG_MS = 5_000;

interface InboxOptions {
  now(): number;
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
  readonly #listeners = new Set<(event: InboxEvent, at: number) => void>();
  readonly #recent: { event: InboxEvent; at: number }[] = [];

  constructor(options: InboxOptions) {
    this.#options = options;
  }

  /** Every notice as it comes, and first those that a reading may lack, until the returned function is called. */
  watch(listener: (event: InboxEvent, at: number) => void): () => void {
    for (const { event, at } of this.#recent) listener(event, at);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  cameBack(): void {
    this.#newsroom.cameBack();
  }

  opensHole(event: InboxEvent): boolean {
    return this.#newsroom.opensHole(event);
  }

  /** A state that was read, not told: no news, but whoever waits for the order learns of it. */
  orderRead(order: OrderState): void {
    this.#options.books.orderRead(order);
    this.#followed(order);
  }

  take(event: InboxEvent): News[] {
    const known = event.kind === 'rfq' ? this.#options.books.rfqs.get(event.view.rfqId)?.view : undefined;
    this.#record(event, this.#newsroom.isReplaying);
    const at = this.#options.now();
    while ((this.#recent[0]?.at ?? at) < at - READ_LAG_MS) this.#recent.shift();
    this.#recent.push({ event, at });
    for (const listener of this.#listeners) listener(event, at);
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
        if (event.how.mode === 'gap') {
          orders.lostNotices();
          massCancels.lostNotices();
          alerts.lostNotices();
        }
        return;
      case 'order':
        if (old) books.orderRead(event.order);
        else books.orderChanged(event.order);
        this.#followed(event.order);
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

  #followed(order: OrderState): void {
    this.#options.orders.moved(order);
    this.#options.massCancels.moved(order);
  }
}
