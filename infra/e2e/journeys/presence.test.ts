import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import type { Login } from '../src/running-floor.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const MESSAGE = 'closing the month';
/** Offline within five seconds is promised; a slow machine paints later. */
const SEEN_WITHIN_MS = 30_000;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('who is on the floor', () => {
  const [, watched, watching] = floor.logins;
  let browser: Browser;
  let visitors: Visitor[];
  let desk: Page;

  beforeAll(async () => {
    browser = await launch(floor.executable);
    visitors = await Promise.all([0, 1].map(() => Visitor.arrive(browser, floor.address)));
  });

  afterAll(async () => {
    await Promise.all((visitors ?? []).map((visitor, index) => visitor.leave(`presence-${index}`)));
    await browser?.close();
  });

  async function arrive(visitor: Visitor | undefined, login: Login | undefined): Promise<Page> {
    if (!visitor || !login) throw new Error('the floor has too few people');
    const page = await visitor.open();
    const door = page.getByRole('button', { name: 'Sign in' });
    await door.or(page.getByTestId('connection')).first().waitFor();
    if (await door.isVisible()) await signIn(page, login);
    await new FloorPage(page).live();
    return page;
  }

  /** The line of the one who is watched, in the list of the one who watches. */
  async function seen(...words: string[]): Promise<void> {
    const line = desk.getByTestId(`person-${watched?.user}`);
    await expect
      .poll(async () => (await line.textContent()) ?? '', { timeout: SEEN_WITHIN_MS })
      .toSatisfy((text: string) => words.every(word => text.includes(word)));
  }

  async function choose(page: Page, status: RegExp, message: string): Promise<void> {
    await page.getByTestId('user-menu').click();
    await page.getByLabel('Message for everybody').fill(message);
    await page.getByRole('radio', { name: status }).check();
    await page.getByRole('status').filter({ hasText: 'Saving' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
  }

  it('When somebody comes, chooses a status, leaves and comes back then others see each step', async () => {
    desk = await arrive(visitors[1], watching);
    await desk.getByTitle(/Who is on the floor/).click();
    let page = await arrive(visitors[0], watched);
    await seen('Active');
    await choose(page, /^Busy/, MESSAGE);
    await seen('Busy', MESSAGE);
    await page.close();
    await seen('Offline', 'seen', MESSAGE);
    page = await arrive(visitors[0], watched);
    await seen('Busy', MESSAGE);
    await choose(page, /^Automatic/, '');
    await seen('Active');
    expect(visitors.flatMap(visitor => visitor.complaints)).toEqual([]);
  });
});
