import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { FloorPage } from '../src/floor-page.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
/** Above the demo limit for one order. */
const TOO_MUCH = '2001';

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('an alert', () => {
  const login = floor.logins.at(-1);
  let browser: Browser;
  let desk: Visitor;
  let telephone: Visitor;

  beforeAll(async () => {
    browser = await launch(floor.executable);
    desk = await Visitor.arrive(browser, floor.address);
    const viewport = { width: 390, height: 844 };
    telephone = await Visitor.arrive(browser, floor.address, { scheme: 'light', viewport });
  });

  afterAll(async () => {
    await desk?.leave('alerts-desk');
    await telephone?.leave('alerts-telephone');
    await browser?.close();
  });

  async function arrive(visitor: Visitor): Promise<FloorPage> {
    if (!login) throw new Error('the floor has too few people');
    const page = await visitor.open();
    await signIn(page, login);
    return new FloorPage(page).live();
  }

  it('When a limit rejects my order then every device says so until I acknowledge it on one', async () => {
    const trade = await arrive(desk);
    const other = await arrive(telephone);
    await trade.alertsWait(0);
    await trade.liveQuote(INSTRUMENT);
    await trade.choose(INSTRUMENT);
    await trade.ticket.fill('Buy', 'Market', TOO_MUCH);
    await trade.orderIs(await trade.ticket.send(), 'REJECTED');

    for (const each of [trade, other]) {
      await each.alertsWait(1);
      await each.alertBanner().getByText('Order rejected: XMR/USD').waitFor();
      expect(await each.alertBanner().textContent()).toContain('the limit for one order is');
    }
    await other.bell().click();
    const centre = other.page.getByRole('region', { name: 'Notifications', exact: true });
    await centre.getByTestId('alert').waitFor();
    expect(await barriers(other.page)).toEqual([]);
    await other.page.keyboard.press('Escape');
    await centre.waitFor({ state: 'hidden' });

    await trade.acknowledge();
    await trade.alertsWait(0);
    await other.alertsWait(0);
    await other.alertBanner().waitFor({ state: 'detached' });
    await other.page.getByTestId('toast').filter({ hasText: 'Acknowledged on another device' }).waitFor();

    await trade.page.reload();
    await trade.live();
    await trade.alertsWait(0);
    expect(await trade.alertBanner().count()).toBe(0);
  });

  it('When all is done then the browsers have not complained once', () => {
    expect([...desk.complaints, ...telephone.complaints]).toEqual([]);
  });
});
