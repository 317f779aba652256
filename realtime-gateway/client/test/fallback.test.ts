import { describe, expect, it } from 'vitest';
import { BACK_FIRST_MS } from '../src/way-back.ts';
import { FallbackFloor } from './fallback-floor.ts';

describe('a connection whose network lets no WebSocket through', () => {
  it('goes live over server-sent events after two sockets of which nothing came', async () => {
    const floor = new FallbackFloor();
    await floor.blockSockets();
    const peer = await floor.welcome();
    const way = { transport: 'sse', told: false };
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', ...way, roundTripMs: 0 });
    expect(floor.world.sockets).toHaveLength(2);
    expect(peer.requests('connect')).toMatchObject([{ connect: { ticket: 'ticket-3', client: 'test/1' } }]);
  });

  it('goes on with polling where events do not come through in 10 s, twice', async () => {
    const floor = new FallbackFloor();
    await floor.blockSockets();
    await floor.world.pass(10_000);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting', reason: 'no answer' });
    await floor.world.pass(10_000 + 2 * 500);
    await floor.welcome();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', transport: 'poll' });
    expect(floor.way.filter(line => line.startsWith('POST /live/sse'))).toHaveLength(2);
  });

  it('does so too where a connection comes about but nothing small comes through it', async () => {
    const floor = new FallbackFloor();
    await floor.blockSockets();
    for (let attempt = 0; attempt < 2; attempt++) {
      floor.world.http.peer.answer('connect', { connected: floor.connected() });
      await floor.world.pass(10_500);
    }
    expect(floor.way.at(-1)).toBe('POST /live/poll');
  });

  it('does so too where the gateway says that it was sent nothing', async () => {
    const floor = new FallbackFloor();
    await floor.world.pass(0);
    for (let attempt = 0; attempt < 2; attempt++) {
      const { socket } = floor.world;
      socket.open();
      socket.deliver({ disconnect: { code: 4408, reason: 'no connect in time', reconnect: true } });
      socket.end(4408);
      await floor.world.pass(500);
    }
    expect(floor.way).toEqual(['POST /live/sse']);
  });

  it('begins with sockets again when nothing else works either', async () => {
    const floor = new FallbackFloor();
    floor.world.http.between = () => Promise.reject(new Error('no way'));
    await floor.blockSockets();
    await floor.world.pass(60_000);
    expect(floor.way.slice(0, 4)).toEqual([
      'POST /live/sse',
      'POST /live/sse',
      'POST /live/poll',
      'POST /live/poll',
    ]);
    expect(floor.world.sockets.length).toBeGreaterThan(2);
  });

  it('keeps to sockets while no ticket can be had, and while the server says why it closes', async () => {
    const floor = new FallbackFloor();
    floor.ticket = 'unavailable';
    await floor.world.pass(120_000);
    floor.ticket = 'ticket';
    await floor.world.pass(20_000);
    for (let attempt = 0; attempt < 4; attempt++) {
      floor.world.socket.end(1013);
      await floor.world.pass(20_000);
    }
    expect(floor.way).toEqual([]);
    expect(floor.world.sockets.length).toBeGreaterThanOrEqual(5);
  });

  it('takes what worked last when it comes back', async () => {
    const floor = new FallbackFloor();
    await floor.blockSockets();
    (await floor.welcome()).end(1006);
    await floor.world.pass(500);
    await floor.welcome();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', transport: 'sse' });
    expect(floor.world.sockets).toHaveLength(2);
  });

  it('comes back to a busy server when that says so', async () => {
    const floor = new FallbackFloor();
    floor.world.http.between = () =>
      Promise.resolve(
        new Response('{"code":"UNAVAILABLE","detail":"Busy.","retryAfterMs":7000}', { status: 503 }),
      );
    await floor.blockSockets();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting', nextAt: floor.world.now() + 7_000 });
  });
});

describe('operators', () => {
  it('tell with the ticket which transport is taken', async () => {
    const floor = new FallbackFloor();
    floor.told = 'poll';
    await floor.world.pass(0);
    await floor.welcome();
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', transport: 'poll', told: true });
    expect(floor.world.sockets).toEqual([]);
  });

  it('let go of it: the next try is a socket', async () => {
    const floor = new FallbackFloor();
    floor.told = 'sse';
    await floor.world.pass(0);
    const peer = await floor.welcome();
    await floor.live(peer, BACK_FIRST_MS);
    expect(floor.world.sockets).toEqual([]);
    floor.told = null;
    await floor.live(peer, 2 * BACK_FIRST_MS);
    expect(floor.world.sockets).toHaveLength(1);
  });
});
