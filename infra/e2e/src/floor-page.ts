import type { Locator, Page } from 'playwright-core';
import { LIVE_MS_MAX } from './limits.ts';
import { OrderTicket } from './order-ticket.ts';

/** The floor as a person sees it: what is where, and how to do things. */
export class FloorPage {
  readonly page: Page;
  readonly ticket: OrderTicket;

  constructor(page: Page) {
    this.page = page;
    this.ticket = new OrderTicket(page);
  }

  async live(): Promise<this> {
    await this.page.locator('[data-testid=connection][data-state=live]').waitFor({ timeout: LIVE_MS_MAX });
    return this;
  }

  /** Live, and what carries it is this: `socket`, `sse` or `poll`. */
  async liveOver(transport: string): Promise<void> {
    await this.page
      .locator(`[data-testid=connection][data-state=live][data-transport=${transport}]`)
      .waitFor({ timeout: LIVE_MS_MAX });
  }

  /** From now on remembers how the connection turned; answers with what tells it: every state after the present one. */
  async watchConnection(): Promise<() => Promise<string[]>> {
    const turns: string[] = [];
    await this.page.exposeFunction('connectionTurned', (state: string) => turns.push(state));
    await this.page.evaluate(() => {
      const mark = () =>
        document.querySelector('[data-testid=connection]')?.getAttribute('data-state') ?? 'none';
      let last = mark();
      new MutationObserver(() => {
        if (mark() === last) return;
        last = mark();
        void (window as unknown as { connectionTurned(state: string): void }).connectionTurned(last);
      }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-state'] });
    });
    return async () => turns;
  }

  quote(instrument: string): Locator {
    return this.page.locator(`[data-testid=quote][data-instrument="${instrument}"]`);
  }

  async liveQuote(instrument: string): Promise<void> {
    await this.page
      .locator(`[data-testid=quote][data-instrument="${instrument}"][data-stale=false]`)
      .waitFor({ timeout: LIVE_MS_MAX });
  }

  async anyQuote(): Promise<void> {
    await this.page
      .locator('[data-testid=quote][data-stale=false]')
      .first()
      .waitFor({ timeout: LIVE_MS_MAX });
  }

  async choose(instrument: string): Promise<void> {
    await this.page.getByLabel('Instrument', { exact: true }).selectOption(instrument);
  }

  /** The ask of the chosen instrument. */
  async ask(): Promise<number> {
    const text = await this.page.getByTestId('ask').textContent();
    return Number((text ?? '').replaceAll(',', ''));
  }

  order(clientOrderId: string): Locator {
    return this.page.locator(`[data-testid=order][data-client-order-id="${clientOrderId}"]`);
  }

  async orderIs(clientOrderId: string, ...statuses: string[]): Promise<void> {
    const any = statuses.map(
      status => `[data-testid=order][data-client-order-id="${clientOrderId}"][data-status="${status}"]`,
    );
    await this.page.locator(any.join(', ')).waitFor({ timeout: LIVE_MS_MAX });
  }

  /** By keyboard alone, once the row is chosen; returns when the venue has answered. */
  async amendQuantity(clientOrderId: string, quantity: string): Promise<void> {
    await this.order(clientOrderId).click();
    await this.page.getByRole('grid', { name: 'Orders' }).press('Enter');
    const editor = this.page.getByTestId('amend');
    await editor.waitFor();
    await this.page.keyboard.type(quantity);
    await this.page.keyboard.press('Enter');
    await editor.waitFor({ state: 'detached', timeout: LIVE_MS_MAX });
  }

  /** Cancels whatever is open, and answers with what became of it. */
  async cancelAll(): Promise<string> {
    await this.page.getByTestId('cancel-all').click();
    await this.page.getByTestId('mass-cancel-send').click();
    await this.page.getByRole('button', { name: 'Done', exact: true }).waitFor({ timeout: LIVE_MS_MAX });
    const told = (await this.page.getByTestId('mass-cancel-report').textContent()) ?? '';
    await this.page.getByRole('button', { name: 'Done', exact: true }).click();
    return told;
  }

  /** Opens one of the tables that share a place. */
  async table(name: string): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).click();
    await this.page.getByRole('region', { name }).waitFor();
    // Rows keep their places while somebody points at them.
    await this.page.mouse.move(0, 0);
  }

  /** Lines of the activity feed in sight with this text, from the top. */
  activity(text: string): Locator {
    return this.page.getByTestId('activity').filter({ hasText: text });
  }

  bell(): Locator {
    return this.page.getByRole('button', { name: / notifications: / });
  }

  /** Where the newest alert stands until somebody acknowledges it. */
  alertBanner(): Locator {
    return this.page.getByTestId('alert-banner');
  }

  /** Returns when this many alerts wait to be acknowledged. */
  async alertsWait(count: number): Promise<void> {
    const name = new RegExp(` notifications: ${count} to acknowledge`);
    await this.page.getByRole('button', { name }).waitFor();
  }

  /** Where what an operator tells everybody stands. */
  notice(): Locator {
    return this.page.getByTestId('system-banner');
  }

  async acknowledge(): Promise<void> {
    await this.alertBanner().getByRole('button', { name: 'Acknowledge' }).click();
    await this.alertBanner().waitFor({ state: 'detached' });
  }

  position(instrument: string, account: string): Locator {
    return this.page.locator(
      `[data-testid=position][data-instrument="${instrument}"][data-account="${account}"]`,
    );
  }

  /** The orders in sight, from the top. */
  orders(): Locator {
    return this.page.getByTestId('order');
  }

  /** Pixels between each order in sight and the next one below: 0 where they neither overlap nor part. */
  async gapsBetweenOrders(): Promise<number[]> {
    const boxes = await this.orders().evaluateAll(rows =>
      rows.map(row => row.getBoundingClientRect()).sort((a, b) => a.top - b.top),
    );
    return boxes.slice(1).map((box, at) => Math.round(box.top - (boxes[at]?.bottom ?? 0)));
  }
}
