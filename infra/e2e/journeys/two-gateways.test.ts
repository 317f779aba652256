import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import { Gateways } from '../src/gateways.ts';
import { Program } from '../src/program.ts';
import type { Login } from '../src/running-floor.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
const QUANTITY = '0.01';
/** Above the demo limit for one order. */
const TOO_MUCH = '2001';
/** A busy trader, who leaves the machine time to start a gateway again. */
const TRADE_EVERY_MS = 250;
/** Below the rate of orders that a user may send. */
const ORDER_EVERY_MS = 60;
/** Each order makes two notices at least: more than the offline queue holds. */
const ORDERS_MANY = 60;
const AGREES_WITHIN_MS = 60_000;

const floor = inject('floor') ?? { address: '', logins: [], executable: '', ready: '' };
const gateways = new Gateways(floor.ready);
const twins = floor.address === '' ? [] : gateways.names();
if (floor.address !== '' && twins.length < 2) console.warn('SKIPPED: this floor has one gateway only');

describe.skipIf(twins.length < 2)('a floor with two gateways', () => {
  let browser: Browser;
  let visitor: Visitor;
  let page: Page;
  let program: Program;
  let login: Login;
  let account: string;

  beforeAll(async () => {
    browser = await launch(floor.executable);
  });

  beforeEach(async () => {
    // The orders of the first and the last login are other journeys'.
    login = floor.logins.at(1) as Login;
    account = login.accounts[0] ?? '';
    visitor = await Visitor.arrive(browser, floor.address);
    page = await visitor.open();
    await signIn(page, login);
    await new FloorPage(page).live();
    program = await Program.signIn(floor.address, login);
  });

  afterEach(async ({ task }) => {
    await visitor?.leave(
      task.name.split(' then ')[0]?.replaceAll(/\W+/g, '-').toLowerCase() ?? 'two-gateways',
    );
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Everything that was bought is in the position, for the page and for the program. */
  async function agree(desk: FloorPage, bought: number, before: number): Promise<void> {
    const whole = (before + bought * Number(QUANTITY)).toFixed(2);
    const shown = desk.position(INSTRUMENT, account).getByTestId('position-quantity');
    await expect
      .poll(async () => Number((await shown.textContent())?.replaceAll(',', '')).toFixed(2), {
        timeout: AGREES_WITHIN_MS,
      })
      .toBe(whole);
    expect(Number(await program.positionQuantity(account, INSTRUMENT)).toFixed(2)).toBe(whole);
  }

  /** How far I have read is remembered on my device: without it the next visit would be a first one. */
  async function remembered(): Promise<void> {
    await page.waitForFunction(
      user => Object.keys(localStorage).some(key => key.endsWith(`.${user}`)),
      login.user,
    );
  }

  async function filled(ids: string[]): Promise<void> {
    for (const id of ids) {
      await program.orderWhen(account, id, order => order.status === 'FILLED', AGREES_WITHIN_MS);
    }
  }

  it('When either gateway is killed while I trade then I stay on the floor and every order has one end', async () => {
    const desk = new FloorPage(page);
    const before = Number(await program.positionQuantity(account, INSTRUMENT));
    await desk.choose(INSTRUMENT);
    const turns = await desk.watchConnection();
    const ids: string[] = [];
    let trading = true;
    const trade = (async () => {
      while (trading) {
        ids.push(await program.buy(account, INSTRUMENT, QUANTITY));
        await pause(TRADE_EVERY_MS);
      }
    })();
    try {
      for (const twin of twins) {
        await desk.ticket.fill('Buy', 'Market', QUANTITY);
        const back = gateways.kill(twin);
        ids.push(await desk.ticket.sendThroughBreaks());
        await back;
        await desk.live();
      }
    } finally {
      trading = false;
      await trade;
    }
    // One of the two held this page's socket, whichever it was.
    expect(await turns()).toContain('live');
    expect((await turns()).length).toBeGreaterThanOrEqual(2);
    await filled(ids);
    await agree(desk, ids.length, before);
    const newest = ids.at(-1) ?? '';
    await desk.orderIs(newest, 'FILLED');
    expect(await desk.order(newest).count()).toBe(1);
  });

  it('When fills and an alert happen while I am away and my gateway is killed then the other tells all', async () => {
    const before = Number(await program.positionQuantity(account, INSTRUMENT));
    await remembered();
    const [mine, ...others] = await gateways.serving();
    if (mine === undefined) throw new Error('no gateway holds a socket');
    expect(others).toEqual([]);
    await page.close();
    const ids: string[] = [];
    while (ids.length < 3) ids.push(await program.buy(account, INSTRUMENT, QUANTITY));
    await filled(ids);
    const refused = await program.buy(account, INSTRUMENT, TOO_MUCH);
    await program.orderWhen(account, refused, order => order.status === 'REJECTED', AGREES_WITHIN_MS);
    const back = gateways.kill(mine);

    page = await visitor.open();
    const desk = await new FloorPage(page).live();
    const notice = page.getByTestId('toast').filter({ hasText: 'While you were away' });
    await notice.waitFor();
    expect(await notice.textContent()).toContain('3 fills, 1 order ended.');
    expect(await notice.count()).toBe(1);
    for (const id of ids) {
      await desk.orderIs(id, 'FILLED');
      expect(await desk.order(id).count()).toBe(1);
    }
    await desk.orderIs(refused, 'REJECTED');
    await desk.alertsWait(1);
    await desk.alertBanner().getByText('Order rejected: XMR/USD').waitFor();
    expect(await desk.alertBanner().count()).toBe(1);
    await agree(desk, ids.length, before);
    await back;
    expect(await gateways.serving()).not.toContain(mine);

    await page.reload();
    await desk.live();
    await desk.alertsWait(1);
    await desk.acknowledge();
    await desk.alertsWait(0);
    expect(visitor.complaints).toEqual([]);
  });

  it('When more is told me than is kept while my page is closed then it says so and shows how all is', async () => {
    const before = Number(await program.positionQuantity(account, INSTRUMENT));
    await remembered();
    await page.close();
    const ids: string[] = [];
    while (ids.length < ORDERS_MANY) {
      ids.push(await program.buy(account, INSTRUMENT, QUANTITY));
      await pause(ORDER_EVERY_MS);
    }
    await filled(ids);
    // What a gateway remembers of me beyond the queue goes with it.
    await gateways.kill(...twins);

    page = await visitor.open();
    const desk = await new FloorPage(page).live();
    const notice = page.getByTestId('toast').filter({ hasText: 'While you were away' });
    await notice.waitFor();
    expect(await notice.textContent()).toContain('Older notices are gone; the tables are complete.');
    await agree(desk, ids.length, before);
    await desk.orderIs(ids.at(-1) ?? '', 'FILLED');
    expect(visitor.complaints).toEqual([]);
  });
});
