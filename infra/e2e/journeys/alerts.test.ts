import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { barriers } from '../src/axe.ts';
import { TwoDevices } from '../src/two-devices.ts';

const INSTRUMENT = 'XMR-USD';
/** Above the demo limit for one order. */
const TOO_MUCH = '2001';

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('an alert', () => {
  const login = floor.logins.at(-1);
  let devices: TwoDevices;

  beforeAll(async () => {
    devices = await TwoDevices.arrive(floor.executable, floor.address);
  });

  afterAll(() => devices?.leave('alerts'));

  it('When a limit rejects my order then every device says so until I acknowledge it on one', async () => {
    const trade = await devices.signIn(devices.desk, login);
    const other = await devices.signIn(devices.telephone, login);
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
    expect(devices.complaints).toEqual([]);
  });
});
