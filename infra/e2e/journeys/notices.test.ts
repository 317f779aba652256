import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { FloorPage } from '../src/floor-page.ts';
import { Operator } from '../src/operator.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const TEXT = 'The floor restarts this evening; open orders stay.';

const floor = inject('floor') ?? { address: '', logins: [], executable: '', ready: '' };

describe.skipIf(floor.address === '')('a notice of an operator', () => {
  const operator = new Operator(floor.ready);
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
    await desk?.leave('notices-desk');
    await telephone?.leave('notices-telephone');
    await browser?.close();
  });

  async function arrive(visitor: Visitor, at: number): Promise<FloorPage> {
    const login = floor.logins.at(at);
    if (!login) throw new Error('the floor has too few people');
    const page = await visitor.open();
    await signIn(page, login);
    return new FloorPage(page).live();
  }

  it('When an operator tells of planned work then everybody sees it until it is put away or withdrawn', async () => {
    const trade = await arrive(desk, 0);
    const other = await arrive(telephone, 1);
    const id = await operator.send('WARNING', TEXT, '--until', '+1d');
    for (const each of [trade, other]) await each.notice().getByText(TEXT).waitFor();
    expect(await barriers(other.page)).toEqual([]);
    expect(await barriers(trade.page)).toEqual([]);

    await trade.notice().getByRole('button', { name: 'Put this notice away' }).click();
    await trade.notice().waitFor({ state: 'detached' });
    await other.page.reload();
    await other.live();
    await other.notice().getByText(TEXT).waitFor();

    await operator.withdraw(id);
    await other.notice().waitFor({ state: 'detached' });
    expect([...desk.complaints, ...telephone.complaints]).toEqual([]);
  });
});
