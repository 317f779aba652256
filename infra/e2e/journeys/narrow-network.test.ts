import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
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

/** What somebody does there. */
type Journey = (there: { network: NarrowNetwork; page: Page; desk: FloorPage }) => Promise<void>;

/** Both journeys wait a minute for their way back: they wait together. */
describe.skipIf(floor.address === '')('a network that lets no WebSocket through', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch(floor.executable);
  });

  afterAll(async () => {
    await browser?.close();
  });

  /** Somebody is live behind a network of his own that lets no socket through; both are gone after the journey. */
  async function behindNarrowNetwork(login: Login, name: string, journey: Journey): Promise<void> {
    const network = await NarrowNetwork.before(floor.address);
    network.narrow({ blocksSockets: true, keepsStreams: false });
    const visitor = await Visitor.arrive(browser, network.address);
    try {
      const page = await visitor.open();
      await signIn(page, login);
      const desk = await new FloorPage(page).live();
      await desk.liveQuote(INSTRUMENT);
      await journey({ network, page, desk });
      expect(visitor.complaints.filter(complaint => !OF_THE_NETWORK.test(complaint))).toEqual([]);
    } finally {
      await visitor.leave(name);
      await network.close();
    }
  }

  async function trade(desk: FloorPage): Promise<void> {
    await desk.choose(INSTRUMENT);
    await desk.ticket.fill('Buy', 'Market', QUANTITY);
    const id = await desk.ticket.send();
    for (const step of ['Sent', 'Received', 'Accepted', 'Filled']) await desk.ticket.stepDone(step);
    await desk.orderIs(id, 'FILLED');
    expect(await desk.order(id).count()).toBe(1);
  }

  it.concurrent('When sockets are blocked then I trade over events until I am back on one unnoticed', async () => {
    await behindNarrowNetwork(floor.logins.at(1) as Login, 'over-events', async ({ network, page, desk }) => {
      await desk.liveOver('sse');
      const flickered = await watchFlicker(page);
      // A minute passes before a socket is tried: what is traded now goes over events.
      network.narrow({ blocksSockets: false, keepsStreams: false });
      await trade(desk);
      await desk.liveOver('socket');
      await trade(desk);
      expect(await flickered()).toEqual([]);
    });
  });

  it.concurrent('When streams are kept back too then I trade over polling until I move elsewhere', async () => {
    await behindNarrowNetwork(
      floor.logins.at(2) as Login,
      'over-polling',
      async ({ network, page, desk }) => {
        network.narrow({ blocksSockets: true, keepsStreams: true });
        await desk.liveOver('poll');
        await trade(desk);
        const flickered = await watchFlicker(page);
        network.narrow({ blocksSockets: false, keepsStreams: false });
        await page.evaluate(() => {
          window.dispatchEvent(new Event('offline'));
          window.dispatchEvent(new Event('online'));
        });
        await desk.liveOver('socket');
        await trade(desk);
        expect(await flickered()).toEqual([]);
      },
    );
  });
});
