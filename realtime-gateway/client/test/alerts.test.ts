import { describe, expect, it } from 'vitest';
import { type AlertEvent, commandIdOf, followAlerts } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const EPOCH = 'E';
const AT = '2026-11-21T12:00:00Z';

function push(type: string, sequence: number, previous: number, data: unknown) {
  return { push: { channel: 'alerts', type, sequence, previous, data } };
}

function followed() {
  const floor = new TestFloor();
  const heard: AlertEvent[] = [];
  followAlerts(floor.connection, event => heard.push(event));
  return { floor, heard };
}

const live = (sequence: number) => ({ alerts: { mode: 'live', position: { epoch: EPOCH, sequence } } });

describe('alerts', () => {
  it('are told in order, and no gap is passed over', async () => {
    const { floor, heard } = followed();
    const socket = await floor.goLive(live(3));
    socket.deliver(push('alert.raised', 4, 3, { alertId: 'a', version: 1 }));
    socket.deliver(push('alert.repeated', 6, 4, { alertId: 'a', version: 2 }));
    socket.deliver(push('alert.raised', 9, 8, { alertId: 'b', version: 1 }));
    expect(heard.map(event => event.kind)).toEqual(['restored', 'raised', 'repeated']);
    expect(socket.requests('resync')).toMatchObject([
      { resync: { channel: 'alerts', position: { epoch: EPOCH, sequence: 6 } } },
    ]);
  });

  it('that were acknowledged are named, whatever the wire leaves out', async () => {
    const { floor, heard } = followed();
    const socket = await floor.goLive(live(3));
    const told = { clientCommandId: 'k-1', user: 'ann', unacknowledged: 0, at: AT };
    socket.deliver(push('alert.acknowledged', 4, 3, { ...told, alertIds: ['a'] }));
    socket.deliver(push('alert.acknowledged', 5, 4, { ...told, already: ['a'] }));
    expect(heard.slice(1)).toEqual([
      { kind: 'acknowledged', acknowledged: { ...told, alertIds: ['a'], already: [] } },
      { kind: 'acknowledged', acknowledged: { ...told, alertIds: [], already: ['a'] } },
    ]);
  });

  it('of a kind that is not known here are for a newer client', async () => {
    const { floor, heard } = followed();
    const socket = await floor.goLive(live(3));
    socket.deliver(push('alert.escalated', 4, 3, {}));
    expect(heard.map(event => event.kind)).toEqual(['restored']);
    expect(floor.connection.position('alerts')).toEqual({ epoch: EPOCH, sequence: 4 });
  });

  it('are acknowledged by a command that its sender can tell from others', () => {
    const body = { clientCommandId: 'k-1', alertIds: ['a', 'b'] };
    expect(commandIdOf({ type: 'alert.acknowledge', body })).toBe('k-1');
  });
});
