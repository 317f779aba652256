import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import { Program } from '../src/program.ts';
import type { Login } from '../src/running-floor.ts';
import { firstLogin, launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
/** Far more than one quote shows, so that it takes many quotes to fill; below the demo limits. */
const PATIENT_QUANTITY = '900';
const SMALL_QUANTITY = '0.25';
const MOVES_WITHIN_MS = 60_000;
const AGREES_WITHIN_MS = 60_000;
const FILLS_WITHIN_MS = 90_000;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

/** Text of the screen as plain digits: no separators, an ordinary minus. */
function digits(text: string | null): string {
  return (text ?? '').replaceAll(',', '').replace('\u2212', '-').trim();
}

describe.skipIf(floor.address === '')('the first order', () => {
  let browser: Browser;
  let visitor: Visitor;
  let login: Login;
  let account: string;

  beforeAll(async () => {
    browser = await launch(floor.executable);
    login = firstLogin(floor.logins);
    account = login.accounts[0] ?? '';
    visitor = await Visitor.arrive(browser, floor.address);
  });

  afterAll(async () => {
    await visitor?.leave('first-order');
    await browser?.close();
  });

  /** The screen shows the position that a program is told, once both have heard of every fill. */
  async function agree(desk: FloorPage, program: Program): Promise<void> {
    const shown = desk.position(INSTRUMENT, account).getByTestId('position-quantity');
    await expect
      .poll(
        async () =>
          Number(digits(await shown.textContent())) -
          Number(await program.positionQuantity(account, INSTRUMENT)),
        { timeout: AGREES_WITHIN_MS },
      )
      .toBe(0);
  }

  it('When the password is wrong then the page says so and stays', async () => {
    const page = await visitor.open();
    await signIn(page, { ...login, password: 'not-the-password' });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('do not match');
    await page.close();
    // The browser itself reports the 401 of the attempt.
    visitor.complaints.length = 0;
  });

  it('When I buy at the market then I see it received, accepted, filled and my position follows', async () => {
    const page = await visitor.open();
    await signIn(page, login);
    const desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
    await desk.choose(INSTRUMENT);
    await desk.ticket.fill('Buy', 'Market', SMALL_QUANTITY);
    const id = await desk.ticket.send();
    for (const step of ['Sent', 'Received', 'Accepted', 'Filled']) await desk.ticket.stepDone(step);
    await desk.orderIs(id, 'FILLED');

    const program = await Program.signIn(floor.address, login);
    const position = desk.position(INSTRUMENT, account);
    await position.waitFor();
    await agree(desk, program);
    const unrealised = position.getByTestId('position-unrealised');
    const before = await unrealised.textContent();
    await expect.poll(() => unrealised.textContent(), { timeout: MOVES_WITHIN_MS }).not.toBe(before);
    await page.close();
  });

  it('When a resting order fills while the page is closed then both fills are there, once, when I return', async () => {
    let page = await visitor.open();
    let desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
    await desk.choose(INSTRUMENT);
    // Above the ask by one per cent: it takes what each quote shows, at its price, and rests in between.
    const limit = ((await desk.ask()) * 1.01).toFixed(2);
    await desk.ticket.fill('Buy', 'Limit', PATIENT_QUANTITY, limit);
    const id = await desk.ticket.send();
    await desk.orderIs(id, 'NEW', 'PARTIALLY_FILLED');
    const program = await Program.signIn(floor.address, login);
    await page.close();

    // Counted from when the page is gone: fills come fast enough to fall between a look and a close.
    const left = await program.orderWhen(account, id, () => true, FILLS_WITHIN_MS);
    await program.orderWhen(account, id, order => order.version >= left.version + 2, FILLS_WITHIN_MS);
    await program.cancel(account, id);
    const ended = await program.orderWhen(
      account,
      id,
      order => order.status === 'CANCELLED',
      FILLS_WITHIN_MS,
    );

    page = await visitor.open();
    desk = await new FloorPage(page).live();
    await desk.orderIs(id, 'CANCELLED');
    expect(await desk.order(id).count()).toBe(1);
    expect(digits(await desk.order(id).getByTestId('filled').textContent())).toBe(
      String(Number(ended.filled)),
    );
    await agree(desk, program);
    const notice = page.getByTestId('toast').filter({ hasText: 'While you were away' });
    await notice.waitFor();
    expect(await notice.count()).toBe(1);
    const told = /(\d+) fills?/.exec((await notice.textContent()) ?? '');
    expect(Number(told?.[1])).toBeGreaterThanOrEqual(2);
  });

  it('When I amend a resting order by keyboard and cancel all that is open then I see both to their ends', async () => {
    const page = await visitor.open();
    const desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
    await desk.choose(INSTRUMENT);
    // A tenth below the ask: it rests, and stays.
    const limit = ((await desk.ask()) * 0.9).toFixed(2);
    await desk.ticket.fill('Buy', 'Limit', SMALL_QUANTITY, limit);
    const id = await desk.ticket.send();
    await desk.orderIs(id, 'NEW');

    await desk.amendQuantity(id, '0.5');
    const program = await Program.signIn(floor.address, login);
    const amended = await program.orderWhen(account, id, order => order.version >= 3, AGREES_WITHIN_MS);
    expect([amended.status, Number(amended.quantity)]).toEqual(['NEW', 0.5]);
    await expect
      .poll(async () => Number(digits(await desk.order(id).getByTestId('quantity').textContent())))
      .toBe(0.5);

    expect(await desk.cancelAll()).toMatch(/1 cancelled\./);
    await desk.orderIs(id, 'CANCELLED');
    await page.close();
  });

  it('When all is done then the browser has not complained once', () => {
    expect(visitor.complaints).toEqual([]);
  });
});
