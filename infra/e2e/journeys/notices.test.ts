import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { Operator } from '../src/operator.ts';
import { TwoDevices } from '../src/two-devices.ts';

const TEXT = 'The floor restarts this evening; open orders stay.';

const floor = inject('floor') ?? { address: '', logins: [], executable: '', ready: '' };

describe.skipIf(floor.address === '')('a notice of an operator', () => {
  const operator = new Operator(floor.ready);
  let devices: TwoDevices;

  beforeAll(async () => {
    devices = await TwoDevices.arrive(floor.executable, floor.address);
  });

  afterAll(() => devices?.leave('notices'));

  it('When an operator tells of planned work then everybody sees it until it is put away or withdrawn', async () => {
    const trade = await devices.signIn(devices.desk, floor.logins.at(0));
    const other = await devices.signIn(devices.telephone, floor.logins.at(1));
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
    expect(devices.complaints).toEqual([]);
  });
});
