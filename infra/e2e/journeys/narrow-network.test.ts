import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { watchFlicker } from '../src/flicker.ts';
import { FloorPage } from '../src/floor-page.ts';
import { NarrowNetwork } from '../src/narrow-network.ts';
import type { Login } from '../src/running-floor.ts';
import { launch, signIn, Visitor } from '../src/visitor.ts';

const INSTRUMENT = 'XMR-USD';
const QUANTITY = '0.01';
/** What a browser says of a network that lets something through no longer. */
const OF_THE_NETWORK = /WebSocket connection to|ERR_EMPTY_RESPONSE|ERR_CONNECTION|ERR_INCOMPLETE_CHUNKED/;

const floor = inject('floor') ?? { address: '', logins: [], executable: '' };

describe.skipIf(floor.address === '')('a network that lets no WebSocket through', () => {
  let browser: Browser;
  let network: NarrowNetwork;
  let visitor: Visitor;
  let page: Page;
  let desk: FloorPage;

  beforeAll(async () => {
    browser = await launch(floor.executable);
  });

  beforeEach(async () => {
    network = await NarrowNetwork.before(floor.address);
    network.narrow({ blocksSockets: true, keepsStreams: false });
    visitor = await Visitor.arrive(browser, network.address);
    page = await visitor.open();
    await signIn(page, floor.logins.at(1) as Login);
    desk = await new FloorPage(page).live();
    await desk.liveQuote(INSTRUMENT);
  });

  afterEach(async ({ task }) => {
    await visitor?.leave(
      task.name.split(' then ')[0]?.replaceAll(/\W+/g, '-').toLowerCase() ?? 'narrow-network',
    );
    await network?.close();
  });

  afterAll(async () => {
    await browser?.close();
  });

  async function trade(): Promise<void> {
    await desk.choose(INSTRUMENT);
    await desk.ticket.fill('Buy', 'Market', QUANTITY);
    const id = await desk.ticket.send();
    for (const step of ['Sent', 'Received', 'Accepted', 'Filled']) await desk.ticket.stepDone(step);
    await desk.orderIs(id, 'FILLED');
    expect(await desk.order(id).count()).toBe(1);
  }

  it('When only sockets are blocked then I trade over events, and am back on a socket without noticing', async () => {
    await desk.liveOver('sse');
    const flickered = await watchFlicker(page);
    // A minute passes before a socket is tried: what is traded now goes over events.
    network.narrow({ blocksSockets: false, keepsStreams: false });
    await trade();
    await desk.liveOver('socket');
    await trade();
    expect(await flickered()).toEqual([]);
    expect(visitor.complaints.filter(complaint => !OF_THE_NETWORK.test(complaint))).toEqual([]);
  });

  it('When streams are kept back too then I trade over polling until I move to another network', async () => {
    network.narrow({ blocksSockets: true, keepsStreams: true });
    await desk.liveOver('poll');
    await trade();
    const flickered = await watchFlicker(page);
    network.narrow({ blocksSockets: false, keepsStreams: false });
    await page.evaluate(() => {
      window.dispatchEvent(new Event('offline'));
      window.dispatchEvent(new Event('online'));
    });
    await desk.liveOver('socket');
    await trade();
    expect(await flickered()).toEqual([]);
    expect(visitor.complaints.filter(complaint => !OF_THE_NETWORK.test(complaint))).toEqual([]);
  });
});
