import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { FloorPage } from '../src/floor-page.ts';
import { firstLogin, launch, signIn, Visitor } from '../src/visitor.ts';

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('for everybody', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(floor.executable);
  });

  afterAll(async () => {
    await browser?.close();
  });

  it.each([
    ['dark', 'a desk', 1440, 900],
    ['light', 'a desk', 1440, 900],
    ['dark', 'a telephone', 390, 844],
    ['light', 'a telephone', 390, 844],
  ] as const)(
    'When the page is %s on %s then nothing stands in the way',
    async (scheme, name, width, height) => {
      const visitor = await Visitor.arrive(browser, floor.address, { scheme, viewport: { width, height } });
      const page = await visitor.open();
      expect(await barriers(page)).toEqual([]);
      await signIn(page, firstLogin(floor.logins));
      const desk = await new FloorPage(page).live();
      await desk.anyQuote();
      expect(await barriers(page)).toEqual([]);
      await visitor.leave(`${scheme}-${name.replace('a ', '')}`);
      expect(visitor.complaints).toEqual([]);
    },
  );
});
