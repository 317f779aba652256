import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FloorPage } from '../src/floor-page.ts';
import { Program } from '../src/program.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
const QUANTITY = '0.01';
const TOLD_WITHIN_MS = 60_000;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('the blotter', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(floor.executable);
  });

  afterAll(async () => {
    await browser?.close();
  });

  it.each([
    ['a desk', 1440, 900],
    ['a laptop', 1024, 768],
    ['a tablet', 768, 1024],
  ] as const)(
    'When I point at an order on %s then it stays there while others come',
    async (_, width, height) => {
      // The last login: the orders of the first are another journey's.
      const login = floor.logins.at(-1);
      const account = login?.accounts[0];
      if (!login || !account) throw new Error('the floor names no logins');
      const visitor = await Visitor.arrive(browser, floor.address, {
        scheme: 'dark',
        viewport: { width, height },
      });
      const page = await visitor.open();
      await signIn(page, login);
      const desk = await new FloorPage(page).live();
      // The button of the sign-in stood where the orders are now.
      await page.mouse.move(width / 2, 2);
      const program = await Program.signIn(floor.address, login);
      const ids: string[] = [];
      for (let sent = 0; sent < 3; sent++) ids.unshift(await program.buy(account, INSTRUMENT, QUANTITY));
      for (const id of ids) await desk.order(id).waitFor({ timeout: TOLD_WITHIN_MS });
      expect(new Set(await desk.gapsBetweenOrders())).toEqual(new Set([0]));
      for (const id of ids) expect(await desk.order(id).getByTestId('status').isVisible()).toBe(true);

      const [first] = ids;
      await desk.order(first ?? '').hover();
      const place = await desk.order(first ?? '').boundingBox();
      const late = await program.buy(account, INSTRUMENT, QUANTITY);
      const notice = page.getByRole('button', { name: '1 new order', exact: true });
      await notice.waitFor({ timeout: TOLD_WITHIN_MS });
      expect(await desk.order(first ?? '').boundingBox()).toEqual(place);
      expect(await desk.order(late).count()).toBe(0);

      await page.mouse.move(width / 2, 2);
      await desk.order(late).waitFor({ timeout: TOLD_WITHIN_MS });
      expect(await notice.count()).toBe(0);
      await visitor.leave(`blotter-${width}`);
      expect(visitor.complaints).toEqual([]);
    },
  );
});
