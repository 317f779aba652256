import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { FloorPage } from '../src/floor-page.ts';
import { Program } from '../src/program.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
/** Of this journey alone, so that its lines can be told from all others. */
const BOUGHT = '0.037';
const ASKED = '0.041';
const LIFE_SECONDS = 8;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('the activity feed', () => {
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    browser = await launch(floor.executable);
    visitor = await Visitor.arrive(browser, floor.address);
  });

  afterAll(async () => {
    await visitor?.leave('activity');
    await browser?.close();
  });

  const head = (page: Page, name: string) => page.getByRole('columnheader', { name });

  it('When things happen then they are listed at once, in the order and the columns that I chose', async () => {
    const [, dealer, login] = floor.logins;
    const account = login?.accounts[0];
    if (!dealer || !login || !account) throw new Error('the floor has too few people');
    const page = await visitor.open();
    await signIn(page, login);
    const desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
    const program = await Program.signIn(floor.address, login);
    await program.buy(account, INSTRUMENT, '0.1');
    await desk.table('All activity');

    await program.buy(account, INSTRUMENT, BOUGHT);
    await program.requestQuotes(account, INSTRUMENT, ASKED, {
      side: 'SELL',
      counterparties: [dealer.user],
      lifeSeconds: LIFE_SECONDS,
    });
    await desk.activity(BOUGHT).filter({ hasText: 'Order' }).filter({ hasText: 'Filled' }).waitFor();
    await desk.activity(BOUGHT).filter({ hasText: 'Trade' }).waitFor();
    await desk.activity(ASKED).filter({ hasText: 'RFQ sent' }).filter({ hasText: 'Waiting' }).waitFor();
    await desk.activity(ASKED).filter({ hasText: 'Expired' }).waitFor();
    expect(await barriers(page)).toEqual([]);

    await head(page, 'Price').getByRole('button').click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Type' }).uncheck();
    await page.keyboard.press('Escape');
    await page.mouse.move(0, 0);
    await desk.activity(BOUGHT).first().waitFor();

    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('combobox', { name: 'Direction' }).selectOption('Sell');
    await desk.activity(BOUGHT).first().waitFor({ state: 'hidden' });
    await desk.activity(ASKED).waitFor();

    await page.reload();
    await desk.live();
    await desk.activity(BOUGHT).first().waitFor();
    expect(await head(page, 'Price').getAttribute('aria-sort')).toBe('descending');
    expect(await head(page, 'Type').count()).toBe(0);
    expect(visitor.complaints).toEqual([]);
  });
});
