import { describe, expect, it } from 'vitest';
import { followSystem, type SystemNotification } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const LIVE = { subscribed: { system: { mode: 'live' } } };

function aNotice(notificationId: string, from: string): SystemNotification {
  return { notificationId, severity: 'INFO', text: 'Planned work.', from, version: 1, at: from };
}

const EARLY = aNotice('n-1', '2026-11-21T11:00:00Z');
const LATE = aNotice('n-2', '2026-11-21T12:00:00Z');

function followed() {
  const floor = new TestFloor();
  const told: string[][] = [];
  const stop = followSystem(floor.connection, holding => told.push(holding.map(each => each.notificationId)));
  return { floor, told, stop };
}

const push = (type: string, data: unknown) => ({ push: { channel: 'system', type, data } });

describe('what operators tell', () => {
  it('is told whole after each change, the earliest first', async () => {
    const { floor, told } = followed();
    const socket = await floor.goLive();
    socket.answer('subscribe', LIVE);
    socket.deliver(push('system.list', {}));
    socket.deliver(push('system.notification', LATE));
    socket.deliver(push('system.notification', EARLY));
    socket.deliver(push('system.notification', { ...LATE, version: 2 }));
    socket.deliver(push('system.ended', { notificationId: 'n-1', reason: 'OVER', at: LATE.at }));
    socket.deliver(push('system.escalated', {}));
    expect(told).toEqual([[], ['n-2'], ['n-1', 'n-2'], ['n-1', 'n-2'], ['n-2']]);
  });

  it('is forgotten when a new connection lists it no more', async () => {
    const { floor, told } = followed();
    const first = await floor.goLive();
    first.answer('subscribe', LIVE);
    first.deliver(push('system.list', { notifications: [EARLY] }));
    first.end(1006);
    await floor.world.pass(500);
    const second = await floor.goLive();
    second.answer('subscribe', LIVE);
    second.deliver(push('system.list', { notifications: [LATE] }));
    expect(told).toEqual([['n-1'], ['n-2']]);
  });

  it('costs no other channel when the server does not know it, and the next connection asks again', async () => {
    const { floor, told, stop } = followed();
    const seen: unknown[] = [];
    floor.connection.subscribe('quotes.*', { push: ({ data }) => seen.push(data) });
    const first = await floor.goLive({ 'quotes.*': { mode: 'live' } });
    expect(first.last('connect')).toMatchObject({ connect: { channels: ['quotes.*'] } });
    expect(first.last('subscribe')).toMatchObject({ subscribe: { channels: ['system'] } });
    first.refuse('subscribe', {
      code: 'NOT_FOUND',
      message: 'There is no channel system.',
      temporary: false,
    });
    first.deliver({ push: { channel: 'quotes.*', type: 'quote', data: 1 } });
    expect([seen, told]).toEqual([[1], []]);
    expect(floor.kinds().at(-1)).toBe('live');
    first.end(1012);
    await floor.world.pass(500);
    const second = await floor.goLive({ 'quotes.*': { mode: 'live' } });
    expect(second.requests('subscribe')).toHaveLength(1);
    stop();
    expect(second.requests('unsubscribe')).toMatchObject([{ unsubscribe: { channels: ['system'] } }]);
  });
});
