import type { Locator, Page } from 'playwright-core';

const LIVE_MS_MAX = 90_000;

/** The floor as a person sees it: what is where, and how to do things. */
export class FloorPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async live(): Promise<this> {
    await this.page.locator('[data-testid=connection][data-state=live]').waitFor({ timeout: LIVE_MS_MAX });
    return this;
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

  async ticket(
    side: 'Buy' | 'Sell',
    type: 'Market' | 'Limit',
    quantity: string,
    limitPrice?: string,
  ): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Order' });
    await form.getByRole('radio', { name: side, exact: true }).click();
    await form.getByRole('radio', { name: type, exact: true }).click();
    await form.getByLabel('Quantity', { exact: true }).fill(quantity);
    if (limitPrice !== undefined) await form.getByLabel('Limit price', { exact: true }).fill(limitPrice);
  }

  /** The ask of the chosen instrument. */
  async ask(): Promise<number> {
    const text = await this.page.getByTestId('ask').textContent();
    return Number((text ?? '').replaceAll(',', ''));
  }

  /** Presses the button and answers with the id of the order. */
  async send(): Promise<string> {
    const before = await this.lastOrder();
    await this.page.getByTestId('submit').click();
    await this.page.waitForFunction(
      known =>
        document.querySelector('[data-testid=order-life]')?.getAttribute('data-client-order-id') !== known,
      before,
    );
    const id = await this.lastOrder();
    if (id === null) throw new Error('no order was sent');
    return id;
  }

  async lastOrder(): Promise<string | null> {
    const life = this.page.getByTestId('order-life');
    return (await life.count()) === 0 ? null : life.getAttribute('data-client-order-id');
  }

  /** The steps of the last order that are done, by name. */
  async stepDone(name: string): Promise<void> {
    await this.page
      .locator('[data-testid=life-step][data-state=done]', { hasText: name })
      .waitFor({ timeout: LIVE_MS_MAX });
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
