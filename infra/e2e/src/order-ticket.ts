import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { LIVE_MS_MAX } from './limits.ts';

const SENT_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** The order ticket as a person uses it, and what it tells of the last order. */
export class OrderTicket {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async fill(
    side: 'Buy' | 'Sell',
    type: 'Market' | 'Limit',
    quantity: string,
    limitPrice?: string,
  ): Promise<void> {
    const form = this.#page.getByRole('form', { name: 'Order' });
    await form.getByRole('radio', { name: side, exact: true }).click();
    await form.getByRole('radio', { name: type, exact: true }).click();
    await form.getByLabel('Quantity', { exact: true }).fill(quantity);
    if (limitPrice !== undefined) await form.getByLabel('Limit price', { exact: true }).fill(limitPrice);
  }

  /** Presses the button once and answers with the id of the order. */
  async send(): Promise<string> {
    const id = await this.#press();
    if (id === null) throw new Error('a press of the button sent no order');
    return id;
  }

  /**
   * Presses it until an order is received, as a person does whose connection breaks under the finger: a button that is
   * disabled sends none, and one that is about to be says that there was no connection.
   */
  async sendThroughBreaks(): Promise<string> {
    const until = Date.now() + LIVE_MS_MAX;
    while (Date.now() < until) {
      const id = await this.#press();
      if (id !== null && (await this.#isTaken())) return id;
    }
    throw new Error('no order was sent');
  }

  /** Whether the last order is received in the end. The one thing that may keep it from being sent is no connection. */
  async #isTaken(): Promise<boolean> {
    const steps = this.#page.getByTestId('order-life').getByTestId('life-step');
    const received = steps.and(this.#page.locator('[data-state=done]')).filter({ hasText: 'Received' });
    const notTaken = steps.filter({ hasText: 'Not taken' });
    await received.or(notTaken).first().waitFor({ timeout: LIVE_MS_MAX });
    if ((await notTaken.count()) === 0) return true;
    const why = await notTaken.first().textContent();
    if (!why?.includes('there is no connection')) throw new Error(`the order was refused: ${why}`);
    return false;
  }

  /** An order has its id at once; null when there is none. */
  async #press(): Promise<string | null> {
    const before = await this.#lastOrder();
    await this.#page.getByTestId('submit').click();
    return this.#anotherOrder(before);
  }

  /** The last order as soon as it is another one than before; null when it stays. */
  async #anotherOrder(before: string | null): Promise<string | null> {
    const until = Date.now() + SENT_WITHIN_MS;
    while (Date.now() < until) {
      const id = await this.#lastOrder();
      if (id !== null && id !== before) return id;
      await pause(LOOK_EVERY_MS);
    }
    return null;
  }

  async #lastOrder(): Promise<string | null> {
    const life = this.#page.getByTestId('order-life');
    return (await life.count()) === 0 ? null : life.getAttribute('data-client-order-id');
  }

  /** The steps of the last order that are done, by name. */
  async stepDone(name: string): Promise<void> {
    await this.#page
      .locator('[data-testid=life-step][data-state=done]', { hasText: name })
      .waitFor({ timeout: LIVE_MS_MAX });
  }
}
