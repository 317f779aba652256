import { describe, expect, it } from 'vitest';
import type { Push, Subscribed } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const EPOCH = 'E';

class Inbox {
  readonly floor = new TestFloor();
  readonly data: unknown[] = [];
  readonly restored: Subscribed[] = [];

  constructor() {
    this.floor.connection.subscribe('inbox', {
      push: (push: Push) => this.data.push(push.data),
      restored: how => this.restored.push(how),
    });
  }

  live(sequence: number) {
    return this.floor.goLive({ inbox: { mode: 'live', position: { epoch: EPOCH, sequence } } });
  }
}

function push(sequence: number, previous: number) {
  return { push: { channel: 'inbox', type: 'order.updated', sequence, previous, data: sequence } };
}

describe('a replayable channel', () => {
  it('accepts what follows', async () => {
    const inbox = new Inbox();
    const socket = await inbox.live(10);
    socket.deliver(push(12, 10));
    socket.deliver(push(15, 12));
    expect(inbox.data).toEqual([12, 15]);
    expect(inbox.floor.connection.position('inbox')).toEqual({ epoch: EPOCH, sequence: 15 });
  });

  it('drops what it has already', async () => {
    const inbox = new Inbox();
    const socket = await inbox.live(10);
    socket.deliver(push(12, 10));
    socket.deliver(push(12, 10));
    expect(inbox.data).toEqual([12]);
  });

  it('asks once for what is missing and takes the replay', async () => {
    const inbox = new Inbox();
    const socket = await inbox.live(10);
    socket.deliver(push(15, 12));
    socket.deliver(push(16, 15));
    expect(inbox.data).toEqual([]);
    expect(socket.requests('resync')).toMatchObject([
      { resync: { channel: 'inbox', position: { epoch: EPOCH, sequence: 10 } } },
    ]);
    socket.answer('resync', {
      subscribed: { inbox: { mode: 'replay', position: { epoch: EPOCH, sequence: 16 }, count: 3 } },
    });
    for (const [sequence, previous] of [
      [12, 10],
      [15, 12],
      [16, 15],
      [17, 16],
    ] as const) {
      socket.deliver(push(sequence, previous));
    }
    expect(inbox.data).toEqual([12, 15, 16, 17]);
    expect(inbox.floor.connection.traffic.gaps).toBe(1);
  });

  it('takes pushes that follow the first answer without a pause', async () => {
    const inbox = new Inbox();
    await inbox.floor.world.pass(0);
    const { socket } = inbox.floor.world;
    socket.open();
    const gap = {
      mode: 'gap',
      position: { epoch: EPOCH, sequence: 9 },
      count: 2,
      firstAvailable: 5,
      reason: 'first',
    };
    socket.answer('connect', { connected: inbox.floor.connected({ inbox: gap }) });
    socket.deliver(push(5, 3));
    socket.deliver(push(9, 5));
    socket.deliver(push(11, 9));
    expect(inbox.data).toEqual([5, 9, 11]);
    expect(socket.requests('resync')).toEqual([]);
  });

  it('resumes from where it stands on the next socket', async () => {
    const inbox = new Inbox();
    const socket = await inbox.live(10);
    socket.deliver(push(12, 10));
    socket.end(1006);
    await inbox.floor.world.pass(500);
    inbox.floor.world.socket.open();
    expect(inbox.floor.world.socket.last('connect')).toMatchObject({
      connect: { positions: { inbox: { epoch: EPOCH, sequence: 12 } } },
    });
  });

  it('gives the socket up when a gap cannot be filled', async () => {
    const inbox = new Inbox();
    const socket = await inbox.live(10);
    socket.deliver(push(15, 12));
    socket.refuse('resync', { code: 'UNAVAILABLE', message: '', temporary: true });
    expect(inbox.floor.states.at(-1)).toMatchObject({
      kind: 'reconnecting',
      reason: 'a gap could not be filled',
    });
  });

  it('is told when the past is gone', async () => {
    const inbox = new Inbox();
    const how = {
      mode: 'gap',
      position: { epoch: 'F', sequence: 3 },
      count: 0,
      firstAvailable: 4,
      reason: 'epoch',
    } as const;
    const socket = await inbox.floor.goLive({ inbox: how });
    expect(inbox.restored).toEqual([how]);
    socket.deliver(push(4, 3));
    expect(inbox.data).toEqual([4]);
  });
});

describe('a conflated channel', () => {
  it('takes every value, by its own name or by the wildcard', async () => {
    const floor = new TestFloor();
    const data: unknown[] = [];
    floor.connection.subscribe('quotes.*', { push: push => data.push(push.data) });
    const socket = await floor.goLive({ 'quotes.*': { mode: 'live' } });
    socket.deliver({ push: { channel: 'quotes.*', type: 'quote', data: 1 } });
    socket.deliver({ push: { channel: 'quotes.XMR-USD', type: 'quote', data: 2 } });
    expect(data).toEqual([1, 2]);
  });
});

describe('a subscription made later', () => {
  it('is sent at once, and again with each connection', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.subscribe('quotes.XMR-USD', { push: () => {} });
    expect(socket.last('subscribe')).toMatchObject({ subscribe: { channels: ['quotes.XMR-USD'] } });
    socket.answer('subscribe', { subscribed: { 'quotes.XMR-USD': { mode: 'live' } } });
    socket.end(1006);
    await floor.world.pass(500);
    floor.world.socket.open();
    expect(floor.world.socket.last('connect')).toMatchObject({ connect: { channels: ['quotes.XMR-USD'] } });
  });

  it('made between the first frame and its answer is not forgotten', async () => {
    const floor = new TestFloor();
    await floor.world.pass(0);
    const { socket } = floor.world;
    socket.open();
    floor.connection.subscribe('quotes.*', { push: () => {} });
    socket.answer('connect', { connected: floor.connected() });
    expect(socket.last('subscribe')).toMatchObject({ subscribe: { channels: ['quotes.*'] } });
  });

  it('that is not allowed is told to its listener and leaves the connection alone', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const refused: string[] = [];
    floor.connection.subscribe('valuations.X', { push: () => {}, refused: code => refused.push(code) });
    socket.refuse('subscribe', { code: 'FORBIDDEN', message: '', temporary: false });
    expect(refused).toEqual(['FORBIDDEN']);
    expect(floor.states.at(-1)?.kind).toBe('live');
    // The next connection would be closed for good if its first frame named it.
    socket.end(1006);
    await floor.world.pass(500);
    floor.world.socket.open();
    expect(floor.world.socket.last('connect')).toMatchObject({ connect: { channels: [] } });
  });

  it('that is lost because rights were narrowed is told to its listener and not asked for again', async () => {
    const floor = new TestFloor();
    const refused: string[] = [];
    floor.connection.subscribe('valuations.X', { refused: code => refused.push(code) });
    const socket = await floor.goLive({ 'valuations.X': { mode: 'live' } });
    for (let s = 0; s < 240; s += 5) {
      await floor.world.pass(5_000);
      socket.deliver({ heartbeat: { serverTime: '' } });
    }
    await floor.world.pass(0);
    const expiresAt = new Date(floor.world.now() + 300_000).toISOString();
    socket.answer('refresh', { refreshed: { expiresAt, ended: ['valuations.X'] } });
    await floor.world.pass(0);
    expect(refused).toEqual(['FORBIDDEN']);
    expect(floor.connection.position('valuations.X')).toBeNull();
    socket.end(1006);
    await floor.world.pass(500);
    floor.world.socket.open();
    expect(floor.world.socket.last('connect')).toMatchObject({ connect: { channels: [] } });
  });

  it('that comes too fast is asked for again when the server says so, while somebody wants it', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.subscribe('quotes.CA', {});
    const tooFast = { code: 'RATE_LIMITED', message: '', temporary: true, retryAfterMs: 300 };
    socket.refuse('subscribe', tooFast);
    await floor.world.pass(299);
    expect(socket.requests('subscribe')).toHaveLength(1);
    await floor.world.pass(1);
    expect(socket.requests('subscribe')).toHaveLength(2);
    socket.answer('subscribe', { subscribed: { 'quotes.CA': { mode: 'live' } } });
    const end = floor.connection.subscribe('quotes.AH', {});
    socket.refuse('subscribe', tooFast);
    end();
    await floor.world.pass(300);
    expect(socket.requests('subscribe')).toHaveLength(3);
    expect(floor.connection.state.kind).toBe('live');
  });

  it('that is not answered costs the connection, because it may have happened', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.subscribe('quotes.*', { push: () => {} });
    await floor.world.pass(5_000);
    socket.deliver({ heartbeat: {} });
    await floor.world.pass(5_000);
    expect(floor.states.at(-1)).toMatchObject({ reason: 'a subscription was not answered' });
  });

  it('ends with an unsubscription', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const end = floor.connection.subscribe('quotes.*', { push: () => {} });
    socket.answer('subscribe', { subscribed: { 'quotes.*': { mode: 'live' } } });
    end();
    expect(socket.last('unsubscribe')).toMatchObject({ unsubscribe: { channels: ['quotes.*'] } });
  });
});
