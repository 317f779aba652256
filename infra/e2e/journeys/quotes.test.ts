import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import { Program } from '../src/program.ts';
import type { Login } from '../src/running-floor.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
const QUANTITY = 2;
const HAPPENS_WITHIN_MS = 60_000;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

interface Desk {
  login: Login;
  page: Page;
  floor: FloorPage;
  before: number;
}

describe.skipIf(floor.address === '')('a request for quotes', () => {
  let browser: Browser;
  let visitors: Visitor[];

  beforeAll(async () => {
    browser = await launch(floor.executable);
    visitors = await Promise.all([0, 1].map(() => Visitor.arrive(browser, floor.address)));
  });

  afterAll(async () => {
    await Promise.all((visitors ?? []).map((visitor, index) => visitor.leave(`quotes-${index}`)));
    await browser?.close();
  });

  async function sit(at: number): Promise<Desk> {
    const visitor = visitors[at];
    const login = floor.logins[at];
    if (!visitor || !login) throw new Error('the floor has too few people');
    const page = await visitor.open();
    await signIn(page, login);
    const desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
    return { login, page, floor: desk, before: await held(login) };
  }

  async function held({ accounts, ...login }: Login): Promise<number> {
    const program = await Program.signIn(floor.address, { accounts, ...login });
    return Number(await program.positionQuantity(accounts[0] ?? '', INSTRUMENT));
  }

  const requests = (page: Page, status: string): Locator =>
    page.locator(`[data-testid=request][data-status=${status}]`, { hasText: 'XMR/USD' });

  async function ask({ page, floor: desk }: Desk): Promise<void> {
    await page.getByRole('radio', { name: 'Request quotes' }).click();
    await desk.choose(INSTRUMENT);
    const form = page.getByRole('form', { name: 'Request for quotes' });
    await form.getByRole('radio', { name: 'Buy', exact: true }).click();
    await form.getByLabel('Quantity', { exact: true }).fill(String(QUANTITY));
    await page.getByTestId('submit').click();
  }

  /** A price that changed a moment ago is not taken: a person looks, and presses again. */
  async function accept(page: Page, from: string): Promise<void> {
    const answer = page.locator(`[data-testid=answer][data-user=${from}][data-status=ACTIVE]`);
    await answer.waitFor();
    await expect
      .poll(
        async () => {
          const button = answer.getByRole('button', { name: /^Buy / });
          if ((await button.count()) > 0 && (await button.isEnabled())) await button.click();
          return requests(page, 'TRADED').count();
        },
        { timeout: HAPPENS_WITHIN_MS },
      )
      .toBe(1);
  }

  it('When one asks and another quotes then they trade, and both see the trade and their positions', async () => {
    const [asker, dealer] = [await sit(0), await sit(1)];
    await ask(asker);
    await requests(asker.page, 'OPEN').waitFor();
    await requests(dealer.page, 'OPEN')
      .getByRole('button', { name: /^Quote / })
      .click();
    await accept(asker.page, dealer.login.user);

    await requests(dealer.page, 'TRADED').waitFor();
    for (const [desk, change] of [
      [asker, QUANTITY],
      [dealer, -QUANTITY],
    ] as const) {
      await expect
        .poll(() => held(desk.login), { timeout: HAPPENS_WITHIN_MS })
        .toBeCloseTo(desk.before + change);
      const account = desk.login.accounts[0] ?? '';
      await desk.floor.position(INSTRUMENT, account).waitFor();
    }
    expect(visitors.flatMap(visitor => visitor.complaints)).toEqual([]);
  });
});
