import { describe, expect, it } from 'vitest';
import { TestFloor } from './floor.ts';

describe('a connection', () => {
  it('says ticket, name, channels and positions in its first frame', async () => {
    const floor = new TestFloor();
    const position = { epoch: 'E', sequence: 4 };
    floor.connection.subscribe('inbox', { push: () => {} }, position);
    floor.connection.subscribe('quotes.*', { push: () => {} });
    await floor.world.pass(0);
    floor.world.socket.open();
    expect(floor.world.socket.sent).toEqual([
      {
        id: 1,
        connect: {
          ticket: 'ticket-1',
          client: 'test/1',
          channels: ['inbox', 'quotes.*'],
          positions: { inbox: position },
        },
      },
    ]);
  });

  it('is connecting, then live', async () => {
    const floor = new TestFloor();
    await floor.goLive();
    expect(floor.kinds()).toEqual(['connecting', 'live']);
  });

  it('measures the round trip with a ping', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    await floor.world.pass(12);
    socket.answer('ping', { pong: { serverTime: '' } });
    await floor.world.pass(0);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'live', roundTripMs: 12 });
  });

  it('comes back with a fresh ticket after a loss', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.end(1006);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting', attempt: 1 });
    await floor.world.pass(500);
    floor.world.socket.open();
    expect(floor.world.socket.last('connect')).toMatchObject({ connect: { ticket: 'ticket-2' } });
  });

  it('waits longer after each failure, up to twenty seconds, and never gives up', async () => {
    const floor = new TestFloor();
    floor.world.chance = 0.999_999;
    await floor.goLive();
    const waits: number[] = [];
    for (let loss = 0; loss < 40; loss++) {
      floor.world.socket.end(1006);
      const state = floor.states.at(-1);
      if (state?.kind !== 'reconnecting') throw new Error(`state ${state?.kind}`);
      waits.push(state.nextAt - floor.world.now());
      await floor.world.pass(state.nextAt - floor.world.now());
    }
    expect(waits.slice(0, 7)).toEqual([1000, 1500, 2500, 4500, 8500, 16_500, 20_000]);
    expect(Math.max(...waits)).toBe(20_000);
  });

  it('starts the backoff anew once a connection has held', async () => {
    const floor = new TestFloor();
    await floor.goLive();
    floor.world.socket.end(1006);
    await floor.world.pass(500);
    floor.world.socket.end(1006);
    expect(floor.states.at(-1)).toMatchObject({ attempt: 2 });
    await floor.world.pass(500);
    const socket = await floor.goLive();
    await floor.world.pass(5_000);
    socket.end(1006);
    expect(floor.states.at(-1)).toMatchObject({ attempt: 1 });
  });

  it('comes back when the server says so', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.world.chance = 0.5;
    socket.deliver({
      disconnect: { code: 1012, reason: 'restart', reconnect: true, retryAfterMs: 3_000, jitterMs: 1_000 },
    });
    socket.end(1012);
    expect(floor.states.at(-1)).toMatchObject({
      kind: 'reconnecting',
      reason: 'restart',
      nextAt: floor.world.now() + 3_500,
    });
  });

  it.each([1002, 1003, 1007, 1009, 4501, 4503, 4505])('stops for good on close code %i', async code => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.end(code, 'because');
    await floor.world.pass(60_000);
    expect(floor.states.at(-1)).toEqual({ kind: 'stopped', code, reason: 'because' });
    expect(floor.world.sockets).toHaveLength(1);
  });

  it.each([1000, 1001, 1006, 1011, 1012, 1013, 4401, 4408, 4409, 4429])(
    'comes back on close code %i',
    async code => {
      const floor = new TestFloor();
      const socket = await floor.goLive();
      socket.end(code);
      expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting' });
    },
  );

  it('is signed out on close code 4504', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.end(4504, 'revoked');
    expect(floor.states.at(-1)).toEqual({ kind: 'signed-out', reason: 'revoked' });
  });

  it('is signed out when no ticket is given any more', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.ticket = 'signed-out';
    socket.end(4401);
    await floor.world.pass(20_000);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'signed-out' });
  });

  it('keeps trying while no ticket can be had', async () => {
    const floor = new TestFloor();
    floor.ticket = 'unavailable';
    await floor.world.pass(60_000);
    expect(floor.tickets).toBeGreaterThan(3);
    floor.ticket = 'ticket';
    await floor.world.pass(2_500);
    expect(floor.world.sockets.length).toBeGreaterThan(0);
  });

  it('gives up a socket that does not open', async () => {
    const floor = new TestFloor();
    await floor.world.pass(10_000);
    expect(floor.world.sockets[0]?.closedByClient).toBe(true);
    expect(floor.states.at(-1)).toMatchObject({ kind: 'reconnecting', reason: 'no answer' });
  });

  it('ignores what an abandoned socket still says', async () => {
    const floor = new TestFloor();
    const pushes: unknown[] = [];
    floor.connection.subscribe('quotes.*', { push: push => pushes.push(push) });
    const old = await floor.goLive({ 'quotes.*': { mode: 'live' } });
    old.end(1006);
    old.deliver({ push: { channel: 'quotes.*', type: 'quote', data: {} } });
    old.end(1006);
    expect(pushes).toEqual([]);
    expect(floor.states.filter(state => state.kind === 'reconnecting')).toHaveLength(1);
  });

  it('counts messages that it cannot read and goes on', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    for (const nonsense of ['{', '[]', '{"push":{}}', '7', '{"id":1}']) socket.deliver(nonsense);
    expect(floor.connection.traffic.unreadable).toBe(5);
    expect(floor.states.at(-1)?.kind).toBe('live');
  });

  it('does not come back after it was closed', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.close();
    socket.end(1006);
    await floor.world.pass(60_000);
    expect(floor.states.at(-1)).toEqual({ kind: 'closed' });
    expect(floor.world.sockets).toHaveLength(1);
  });
});

describe('signs of life', () => {
  it('notice a peer that went silent', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    await floor.world.pass(10_000);
    expect(socket.closedByClient).toBe(true);
    expect(floor.states.at(-1)).toMatchObject({ reason: 'the gateway does not answer' });
  });

  it('are any messages, also when the answer to a ping is late', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    await floor.world.pass(9_000);
    socket.deliver({ heartbeat: { serverTime: '' } });
    await floor.world.pass(1_500);
    expect(floor.states.at(-1)?.kind).toBe('live');
  });

  it('are asked for quickly when the page wakes up', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.answer('ping', { pong: {} });
    await floor.world.pass(1);
    floor.connection.wake();
    await floor.world.pass(2_000);
    expect(floor.states.at(-1)?.kind).toBe('reconnecting');
  });

  it('let a waking page reconnect without waiting for the backoff', async () => {
    const floor = new TestFloor();
    floor.world.chance = 0.9;
    const socket = await floor.goLive();
    socket.end(1006);
    floor.connection.wake();
    await floor.world.pass(0);
    expect(floor.world.sockets).toHaveLength(2);
    floor.connection.wake();
    await floor.world.pass(60);
    expect(floor.world.sockets).toHaveLength(2);
  });

  it('decide when the machine claims to have no network', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.answer('ping', { pong: {} });
    await floor.world.pass(1);
    floor.connection.networkLost();
    await floor.world.pass(2_000);
    expect(floor.states.at(-1)?.kind).toBe('offline');
    await floor.world.pass(1_000);
    await floor.goLive();
    expect(floor.states.at(-1)?.kind).toBe('live');
  });
});

describe('the session of the socket', () => {
  it('is extended in band a minute before it ends', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const alive = () => socket.deliver({ heartbeat: { serverTime: '' } });
    for (let s = 0; s < 240; s += 5) {
      await floor.world.pass(5_000);
      alive();
    }
    await floor.world.pass(0);
    expect(socket.requests('refresh')).toMatchObject([{ refresh: { ticket: 'ticket-2' } }]);
  });

  it('ends when nobody is signed in any more', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.ticket = 'signed-out';
    for (let s = 0; s < 245; s += 5) {
      await floor.world.pass(5_000);
      socket.deliver({ heartbeat: { serverTime: '' } });
    }
    expect(floor.states.at(-1)?.kind).toBe('signed-out');
  });
});
