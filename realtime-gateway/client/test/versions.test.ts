import { describe, expect, it } from 'vitest';
import { followAlerts, followSystem } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const EPOCH = 'E';
const AT = '2026-11-21T12:00:00Z';

/** Everything that a server of a later day may add without a new version: PROTOCOL.md §2.5. */
describe('a client one version behind its server', () => {
  it('ignores what it does not know and takes what it knows, on the same connection', async () => {
    const floor = new TestFloor();
    const { connection, world } = floor;
    const heard: unknown[] = [];
    connection.subscribe('inbox', { push: push => heard.push([push.type, push.data]) });
    followAlerts(connection, event => heard.push(event.kind));
    await world.pass(0);
    const { socket } = world;
    socket.open();
    const position = { epoch: EPOCH, sequence: 10, shard: 7 };
    socket.answer('connect', {
      connected: {
        ...floor.connected({
          inbox: { mode: 'live', position, lag: 0 },
          alerts: { mode: 'live', position },
        }),
        protocol: 'ringside.v1',
        region: 'eu-2',
      },
      welcome: { text: 'later' },
    });
    await world.pass(0);
    socket.deliver({ weather: { sky: 'clear' } });
    socket.deliver({ refreshRequired: { expiresAt: AT } });
    socket.deliver({ push: { channel: 'moods', type: 'mood', data: {} } });
    const push = (channel: string, type: string, sequence: number, previous: number) =>
      socket.deliver({ push: { channel, type, sequence, previous, data: { n: sequence }, region: 'eu-2' } });
    push('inbox', 'order.sliced', 12, 10);
    push('inbox', 'order.updated', 14, 12);
    push('alerts', 'alert.escalated', 13, 10);
    push('alerts', 'alert.raised', 15, 13);

    expect(heard).toEqual(['restored', ['order.sliced', { n: 12 }], ['order.updated', { n: 14 }], 'raised']);
    expect(socket.requests('resync')).toEqual([]);
    expect(connection.position('inbox')).toMatchObject({ epoch: EPOCH, sequence: 14 });
    expect(connection.position('alerts')).toMatchObject({ epoch: EPOCH, sequence: 15 });
    expect(connection.state.kind).toBe('live');
    expect(connection.traffic).toMatchObject({ gaps: 0, unreadable: 1 });
  });

  it('asks with where it stands, and sends back no field that it does not know', async () => {
    const floor = new TestFloor();
    floor.connection.subscribe('inbox', {});
    const socket = await floor.goLive({
      inbox: { mode: 'live', position: { epoch: EPOCH, sequence: 10, shard: 7 } },
    });
    socket.end(1012);
    await floor.world.pass(500);
    floor.world.socket.open();
    // The server is strict about what it is sent: nothing that it did not define comes back.
    expect(floor.world.socket.last('connect').connect).toMatchObject({
      positions: { inbox: { epoch: EPOCH, sequence: 10 } },
    });
    expect(JSON.stringify(floor.world.socket.last('connect'))).not.toContain('shard');
  });
});

describe('a client that is newer than its server', () => {
  it('offers its version, and lives without what that server does not tell', async () => {
    const floor = new TestFloor();
    followSystem(floor.connection, () => {});
    const socket = await floor.goLive();
    expect(floor.world.offered).toEqual(['ringside.v1']);
    socket.refuse('subscribe', { code: 'NOT_FOUND', message: 'There is no channel.', temporary: false });
    expect(floor.connection.state.kind).toBe('live');
  });
});
