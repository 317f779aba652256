import { describe, expect, it } from 'vitest';
import { followPresence, INPUT_PACE_MS, type Person } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const LIVE = { presence: { mode: 'live' } };

function person(user: string, version: number): Person {
  return { user, name: user, firm: 'f', firmName: 'F', status: 'ACTIVE', version };
}

function push(type: string, batch: number, ...people: Person[]) {
  return { push: { channel: 'presence', type, data: { batch, people } } };
}

function followed() {
  const floor = new TestFloor();
  const seen: string[] = [];
  const end = followPresence(floor.connection, people => {
    for (const { user, version } of people) seen.push(`${user} ${version}`);
  });
  return { floor, seen, end };
}

describe('how everybody is seen', () => {
  it('is the whole first, then whoever changes', async () => {
    const { floor, seen } = followed();
    const socket = await floor.goLive(LIVE);
    socket.deliver(push('presence.list', 7, person('ann', 1)));
    socket.deliver(push('presence.list', 7, person('bob', 4)));
    socket.deliver(push('presence.changed', 8, person('ann', 2)));
    expect(seen).toEqual(['ann 1', 'bob 4', 'ann 2']);
    expect(socket.requests('unsubscribe')).toEqual([]);
  });

  it('is given whole again when changes were missed', async () => {
    const { floor, seen } = followed();
    const socket = await floor.goLive(LIVE);
    socket.deliver(push('presence.list', 7, person('ann', 1)));
    socket.deliver(push('presence.changed', 9, person('ann', 3)));
    expect(socket.requests('unsubscribe')).toMatchObject([{ unsubscribe: { channels: ['presence'] } }]);
    expect(socket.last('subscribe')).toMatchObject({ subscribe: { channels: ['presence'] } });
    socket.answer('subscribe', { subscribed: LIVE });
    socket.deliver(push('presence.list', 9, person('bob', 5)));
    socket.deliver(push('presence.changed', 10, person('bob', 6)));
    expect(seen).toEqual(['ann 1', 'ann 3', 'bob 5', 'bob 6']);
    expect(socket.requests('subscribe')).toHaveLength(1);
  });

  it('is restored with each connection, whose numbers are its own', async () => {
    const { floor, seen } = followed();
    const socket = await floor.goLive(LIVE);
    socket.deliver(push('presence.list', 700, person('ann', 1)));
    socket.end(1006);
    await floor.world.pass(500);
    const next = await floor.goLive(LIVE);
    next.deliver(push('presence.list', 2, person('ann', 2)));
    next.deliver(push('presence.changed', 3, person('ann', 3)));
    expect(seen).toEqual(['ann 1', 'ann 2', 'ann 3']);
    expect(next.requests('subscribe')).toEqual([]);
  });

  it('takes a change that overtook the whole', async () => {
    const { floor, seen } = followed();
    const socket = await floor.goLive(LIVE);
    socket.deliver(push('presence.changed', 8, person('ann', 2)));
    socket.deliver(push('presence.list', 7, person('bob', 1)));
    socket.deliver(push('presence.changed', 9, person('ann', 3)));
    expect(seen).toEqual(['ann 2', 'bob 1', 'ann 3']);
    expect(socket.requests('unsubscribe')).toEqual([]);
  });

  it('ends when nobody wants it', async () => {
    const { floor, end } = followed();
    const socket = await floor.goLive(LIVE);
    end();
    expect(socket.last('unsubscribe')).toMatchObject({ unsubscribe: { channels: ['presence'] } });
  });
});

function idle(socket: { requests(kind: string): Record<string, unknown>[] }) {
  return socket.requests('presence').map(frame => (frame.presence as { idleSeconds: number }).idleSeconds);
}

describe('input', () => {
  it('is told at once after a pause', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    expect(idle(socket)).toEqual([]);
    floor.connection.input();
    expect(idle(socket)).toEqual([0]);
  });

  it('is told at most every thirty seconds while it goes on, and to the last touch', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.input();
    for (let i = 0; i < 20; i++) {
      await floor.world.pass(1_000);
      socket.deliver({ heartbeat: {} });
      floor.connection.input();
    }
    expect(idle(socket)).toEqual([0]);
    await floor.world.pass(INPUT_PACE_MS - 20_000);
    expect(idle(socket)).toEqual([0, 10]);
  });

  it('that nobody gives is not made up by a new connection', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    floor.connection.input();
    await floor.world.pass(4_000);
    socket.end(1006);
    await floor.world.pass(500);
    const next = await floor.goLive();
    expect(idle(next)).toEqual([4]);
  });

  it('without a connection is told with the next one', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    socket.end(1006);
    await floor.world.pass(100);
    floor.connection.input();
    await floor.world.pass(2_400);
    const next = await floor.goLive();
    expect(idle(next)).toEqual([2]);
  });
});
