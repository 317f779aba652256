import { describe, expect, it } from 'vitest';
import { RETIRE_MS } from '../src/link.ts';
import { BACK_FIRST_MS, BACK_MAX_MS } from '../src/way-back.ts';
import { FallbackFloor } from './fallback-floor.ts';
import { anOrder, RECEIVED } from './floor.ts';
import type { Peer } from './peer.ts';
import { settle } from './world.ts';

const QUOTE = { channel: 'quotes.*', type: 'quote', data: {} };

describe('the way back to the socket', () => {
  async function onEvents(): Promise<{ floor: FallbackFloor; peer: Peer }> {
    const floor = new FallbackFloor();
    floor.connection.subscribe('inbox', {});
    await floor.blockSockets();
    const peer = await floor.welcome({ inbox: { mode: 'live', position: { epoch: 'E', sequence: 7 } } });
    floor.states.length = 0;
    return { floor, peer };
  }

  it('is taken after a minute, while the fallback serves until the socket is live', async () => {
    const { floor, peer } = await onEvents();
    const heard: unknown[] = [];
    floor.connection.handlers.onChannel('inbox', push => heard.push(push.sequence));
    const push = (to: Peer, sequence: number) =>
      to.deliver({ push: { channel: 'inbox', type: 't', sequence, previous: sequence - 1, data: {} } });
    await floor.live(peer, BACK_FIRST_MS);
    const { socket } = floor.world;
    socket.open();
    expect(socket.last('connect')).toMatchObject({
      connect: { channels: ['inbox'], positions: { inbox: { epoch: 'E', sequence: 7 } } },
    });
    push(peer, 8);
    push(peer, 9);
    await settle();
    // The socket's gateway answered before it knew of the ninth.
    socket.answer('connect', {
      connected: {
        ...floor.connected({ inbox: { mode: 'replay', count: 1, position: { epoch: 'E', sequence: 8 } } }),
        session: 's-2',
      },
    });
    push(peer, 10);
    for (const sequence of [8, 9, 10, 11]) push(socket, sequence);
    await settle();
    expect(heard).toEqual([8, 9, 10, 11]);
    expect(floor.kinds().every(kind => kind === 'live')).toBe(true);
    expect(floor.connection.state).toMatchObject({ transport: 'socket', session: 's-2' });
    expect(peer.closedByClient).toBe(true);
    expect(floor.connection.traffic.gaps).toBe(0);
  });

  it('is tried again after twice as long, ten minutes at most, for ever', async () => {
    const { floor, peer } = await onEvents();
    const tries: number[] = [];
    const begin = floor.world.now();
    let seen = floor.world.sockets.length;
    while (tries.length < 7) {
      await floor.live(peer, 1_000);
      if (floor.world.sockets.length === seen) continue;
      seen = floor.world.sockets.length;
      tries.push(Math.round((floor.world.now() - begin) / 60_000));
      floor.world.socket.end(1006);
    }
    expect(tries).toEqual([1, 3, 7, 15, 25, 35, 45]);
    expect(BACK_MAX_MS).toBe(600_000);
    expect(floor.states).toEqual([]);
    expect(floor.connection.state).toMatchObject({ transport: 'sse' });
  });

  it('is tried later and later where the socket comes about and nothing small comes through it', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS);
    floor.world.socket.open();
    floor.world.socket.answer('connect', { connected: floor.connected({ inbox: { mode: 'live' } }) });
    await floor.world.pass(10_500);
    const again = await floor.welcome();
    expect(floor.connection.state).toMatchObject({ kind: 'live', transport: 'sse' });
    await floor.live(again, 2 * BACK_FIRST_MS - 5_000);
    expect(floor.world.sockets).toHaveLength(3);
    await floor.live(again, 5_000);
    expect(floor.world.sockets).toHaveLength(4);
  });

  it('is not put off by a fallback that breaks again and again', async () => {
    const { floor, peer } = await onEvents();
    let serving = peer;
    for (let n = 0; n < 3; n++) {
      await floor.live(serving, 25_000);
      if (n === 2) break;
      serving.end(1006);
      await floor.world.pass(500);
      serving = await floor.welcome();
    }
    expect(floor.world.sockets).toHaveLength(3);
  });

  it('is tried at once when the network was away: it may be another one', async () => {
    const { floor, peer } = await onEvents();
    floor.connection.wake();
    await floor.live(peer, 1_000);
    expect(floor.world.sockets).toHaveLength(2);
    floor.connection.networkLost();
    floor.connection.wake();
    await floor.live(peer, 1_000);
    expect(floor.world.sockets).toHaveLength(3);
    floor.world.socket.end(1006);
    await floor.live(peer, BACK_FIRST_MS);
    expect(floor.world.sockets).toHaveLength(3);
    floor.connection.networkLost();
    peer.end(1006);
    await floor.world.pass(500);
    await floor.welcome();
    await floor.world.pass(0);
    expect(floor.connection.state).toMatchObject({ kind: 'live', transport: 'sse' });
    expect(floor.world.sockets).toHaveLength(4);
  });

  it('begins anew when the network changes under way', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS);
    const { socket } = floor.world;
    floor.connection.networkLost();
    floor.connection.wake();
    await floor.live(peer, 1_000);
    expect(socket.closedByClient).toBe(true);
    expect(floor.world.sockets).toHaveLength(4);
    floor.world.socket.open();
    floor.world.socket.answer('connect', { connected: floor.connected({ inbox: { mode: 'live' } }) });
    expect(floor.connection.state).toMatchObject({ kind: 'live', transport: 'socket' });
  });

  it('leads from polling to events where sockets still fail', async () => {
    const floor = new FallbackFloor();
    await floor.blockSockets();
    await floor.world.pass(21_000);
    const peer = await floor.welcome();
    await floor.live(peer, BACK_FIRST_MS);
    floor.world.socket.end(1006);
    await settle();
    await floor.world.pass(0);
    await floor.welcome();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', transport: 'sse' });
    expect(peer.closedByClient).toBe(true);
  });

  it('leaves a command its answer, and lets none overtake it', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS - 5_000);
    await floor.world.pass(5_000);
    const { socket } = floor.world;
    socket.open();
    const first = floor.connection.command({ type: 'order.submit', body: anOrder('o-1') });
    await settle();
    socket.answer('connect', { connected: floor.connected({ inbox: { mode: 'live' } }) });
    const second = floor.connection.command({ type: 'order.submit', body: anOrder('o-2') });
    await settle();
    expect([peer.requests('command').length, socket.requests('command').length]).toEqual([1, 0]);
    peer.answer('command', { received: RECEIVED });
    await settle();
    expect(await first).toEqual({ kind: 'received', received: RECEIVED });
    expect(socket.requests('command')).toMatchObject([{ command: { body: { clientOrderId: 'o-2' } } }]);
    socket.answer('command', { received: RECEIVED });
    expect(await second).toMatchObject({ kind: 'received' });
    expect(peer.closedByClient).toBe(true);
  });

  it('waits for the last answers of the fallback no longer than 2 s: then commands are sent again', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS - 5_000);
    await floor.world.pass(5_000);
    const { socket } = floor.world;
    socket.open();
    void floor.connection.command({ type: 'order.submit', body: anOrder('o-1') });
    socket.answer('connect', { connected: floor.connected({ inbox: { mode: 'live' } }) });
    await floor.world.pass(RETIRE_MS + 500);
    expect(socket.requests('command')).toMatchObject([{ command: { body: { clientOrderId: 'o-1' } } }]);
  });

  it('is forgotten when the fallback ends meanwhile', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS);
    const { socket } = floor.world;
    socket.open();
    peer.end(1006);
    await settle();
    expect(socket.closedByClient).toBe(true);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting' });
    await floor.world.pass(500);
    await floor.welcome();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', transport: 'sse' });
  });

  it('carries the channels that are wanted by then', async () => {
    const { floor, peer } = await onEvents();
    const quotes: unknown[] = [];
    await floor.live(peer, BACK_FIRST_MS);
    const { socket } = floor.world;
    const stop = floor.connection.subscribe('quotes.XMR-USD', {});
    socket.open();
    stop();
    floor.connection.subscribe('quotes.*', { push: push => quotes.push(push) });
    await settle();
    socket.answer('connect', {
      connected: floor.connected({ inbox: { mode: 'live' }, 'quotes.XMR-USD': { mode: 'live' } }),
    });
    await settle();
    expect(socket.requests('unsubscribe')).toMatchObject([{ unsubscribe: { channels: ['quotes.XMR-USD'] } }]);
    expect(socket.requests('subscribe')).toMatchObject([{ subscribe: { channels: ['quotes.*'] } }]);
    // What the fallback's gateway answers now is of no meaning for the socket.
    peer.refuse('subscribe', { code: 'NOT_FOUND', message: '', temporary: false });
    await settle();
    socket.answer('subscribe', { subscribed: { 'quotes.*': { mode: 'live' } } });
    socket.deliver({ push: QUOTE });
    expect(quotes).toHaveLength(1);
  });

  it('ends with the connection', async () => {
    const { floor, peer } = await onEvents();
    await floor.live(peer, BACK_FIRST_MS);
    floor.connection.close();
    await floor.world.pass(BACK_MAX_MS);
    expect(floor.world.socket.closedByClient).toBe(true);
    expect(floor.world.sockets).toHaveLength(3);
    expect(floor.states.at(-1)).toEqual({ kind: 'closed' });
  });
});
