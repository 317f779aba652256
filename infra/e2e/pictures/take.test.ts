import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import { Program } from '../src/program.ts';
import type { Login } from '../src/running-floor.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';
import { shoot } from './camera.ts';

const INSTRUMENT = 'CA';
const OTHER = 'AH';
const RESTING = 4;
const TOASTS_MS_MAX = 20_000;
const REQUESTED = '5';
/** Above the demo limit for one order. */
const TOO_MUCH = '100000';

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

/** Each scene leaves the floor as the next one needs it. */
describe('pictures', () => {
  let browser: Browser;
  let page: Page;
  let desk: FloorPage;
  let rfqId: string;

  beforeAll(async () => {
    browser = await launch(floor.executable);
    page = await arrive();
    desk = new FloorPage(page);
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function arrive(): Promise<Page> {
    return (await Visitor.arrive(browser, floor.address)).open();
  }

  function login(at: number): Login {
    const found = floor.logins[at];
    if (!found) throw new Error('the floor has too few people');
    return found;
  }

  const program = (at: number) => Program.signIn(floor.address, login(at));
  const account = (at: number) => login(at).accounts[0] ?? '';

  it('of the way in', async () => {
    await page.getByLabel('User').waitFor();
    await shoot(page, 'sign-in');
  });

  it('of a floor on which nothing has happened', async () => {
    await signIn(page, login(0));
    await desk.live();
    await desk.liveQuote(INSTRUMENT);
    await shoot(page, 'floor-empty');
  });

  it('of a floor at work', async () => {
    const trader = await program(0);
    for (const instrument of [INSTRUMENT, OTHER]) await trader.buy(account(0), instrument, '2');
    await desk.choose(INSTRUMENT);
    const price = Math.floor((await desk.ask()) * 0.97);
    for (let at = 1; at <= RESTING; at++)
      await trader.bid(account(0), INSTRUMENT, String(at), String(price - at));
    await page
      .locator('[data-testid=order][data-status=NEW]')
      .nth(RESTING - 1)
      .waitFor();
    await desk.position(OTHER, account(0)).waitFor();
    await toastsGone();
    await shoot(page, 'floor');
    await shoot(page, 'orders', 'Orders');
  });

  it('of a request, as one sees it who was asked', async () => {
    rfqId = await (await program(0)).requestQuotes(account(0), INSTRUMENT, REQUESTED);
    const other = await arrive();
    await signIn(other, login(1));
    await new FloorPage(other).live();
    await other.locator('[data-testid=request][data-status=OPEN]').first().waitFor();
    await new FloorPage(other).liveQuote(INSTRUMENT);
    await shoot(other, 'request-received', 'Requests');
    await other.context().close();
  });

  it('of the same request with two answers, as its asker sees it', async () => {
    const price = await desk.ask();
    for (const at of [1, 2]) {
      const worse = String(price + at / 2);
      await (await program(at)).quote(account(at), rfqId, INSTRUMENT, REQUESTED, worse);
    }
    await page.locator('[data-testid=answer][data-status=ACTIVE]').nth(1).waitFor();
    await page.getByRole('radio', { name: 'Request quotes' }).click();
    await toastsGone();
    await shoot(page, 'request-answered', 'Requests');
  });

  it('of all that happened', async () => {
    await desk.table('All activity');
    await desk.activity('RFQ sent').first().waitFor();
    await shoot(page, 'activity', 'All activity');
    await desk.table('Orders');
  });

  it('of an order that gets other terms', async () => {
    await shoot(page, 'amend', 'Orders', async () => {
      await page.locator('[data-testid=order][data-status=NEW]').first().click();
      await page.getByRole('grid', { name: 'Orders' }).press('Enter');
      await page.getByTestId('amend').waitFor();
    });
  });

  it('of everything that is taken back', async () => {
    await shoot(page, 'cancel-all', 'Orders', async () => {
      await page.getByTestId('cancel-all').click();
      await page.getByTestId('mass-cancel-send').waitFor();
    });
  });

  it('of an alert that waits to be acknowledged, and of all notifications', async () => {
    await (await program(0)).buy(account(0), INSTRUMENT, TOO_MUCH);
    await desk.alertsWait(1);
    await toastsGone();
    await shoot(page, 'alert');
    await shoot(page, 'notifications', undefined, async () => {
      await desk.bell().click();
      await page.getByRole('region', { name: 'Notifications', exact: true }).waitFor();
    });
  });

  it('of who is on the floor', async () => {
    await shoot(page, 'people', undefined, async () => {
      await page.getByTitle(/^Who is on the floor/).click();
      await page.getByTestId(`person-${login(0).user}`).waitFor();
    });
    await shoot(page, 'user-menu', undefined, async () => {
      await page.getByTestId('user-menu').click();
      await page.getByLabel('Message for everybody').waitFor();
    });
  });

  it('of a page without its connection', async () => {
    await page.context().setOffline(true);
    await page.locator('[data-testid=connection]:not([data-state=live])').waitFor();
    await shoot(page, 'offline');
    await page.context().setOffline(false);
  });

  /** What is good news goes by itself. */
  async function toastsGone(): Promise<void> {
    await expect.poll(() => page.getByTestId('toast').count(), { timeout: TOASTS_MS_MAX }).toBe(0);
  }
});
