import type { Command, Position, Push } from '@ringside/client';
import type { WebSocket } from 'ws';
import { type FakeFloor, USER } from './floor.ts';

type Frame = { id: number } & Record<string, unknown>;
interface Wants {
  channels: string[];
  positions?: Record<string, Position>;
}

const SESSION_MS = 300_000;

/** One client of the fake, from its connect frame on. */
export function serve(socket: WebSocket, floor: FakeFloor): void {
  const channels = new Set<string>();
  const send = (message: unknown) => socket.send(JSON.stringify(message));
  const listener = (push: Push) => channels.has(push.channel) && send({ push });
  floor.listeners.add(listener);
  const heartbeat = setInterval(() => send({ heartbeat: { serverTime: now() } }), 30_000);
  socket.on('close', () => {
    floor.listeners.delete(listener);
    clearInterval(heartbeat);
  });

  function subscribe({ channels: wanted, positions }: Wants) {
    const answers: Record<string, unknown> = {};
    const after: Push[] = [];
    for (const channel of wanted) {
      channels.add(channel);
      if (channel === 'inbox' || channel === 'alerts') {
        const kept = channel === 'inbox' ? floor.inbox : floor.alerts.channel;
        const { how, pushes } = kept.restore(positions?.[channel] ?? null);
        answers[channel] = how;
        after.push(...pushes);
      } else {
        answers[channel] = { mode: 'live' };
        after.push(...lastValues(channel, floor));
      }
    }
    const replay = () => {
      for (const push of after) send({ push });
    };
    return { answers, replay };
  }

  socket.on('message', data => {
    const frame = JSON.parse(String(data)) as Frame;
    const { id } = frame;
    if (frame.connect) {
      const { answers, replay } = subscribe(frame.connect as Wants);
      const expiresAt = new Date(Date.now() + SESSION_MS).toISOString();
      const who = { session: 'fake', node: 'fake', user: USER.id };
      const times = { serverTime: now(), expiresAt, pingSeconds: 25, heartbeatSeconds: 30 };
      send({ id, result: { connected: { ...who, ...times, channels: answers } } });
      replay();
    } else if (frame.subscribe) {
      const { answers, replay } = subscribe(frame.subscribe as Wants);
      send({ id, result: { subscribed: answers } });
      replay();
    } else if (frame.resync) {
      const { channel, position } = frame.resync as { channel: string; position: Position | null };
      const { answers, replay } = subscribe({
        channels: [channel],
        ...(position ? { positions: { [channel]: position } } : {}),
      });
      send({ id, result: { subscribed: answers } });
      replay();
    } else if (frame.command) {
      const received = floor.receive(frame.command as Command);
      if (!floor.mute) send({ id, result: { received } });
    } else if (frame.refresh) {
      send({ id, result: { refreshed: { expiresAt: new Date(Date.now() + SESSION_MS).toISOString() } } });
    } else if (frame.presence) {
      send({ id, result: { noted: { at: now() } } });
    } else if (frame.ping) {
      send({ id, result: { pong: { serverTime: now() } } });
    }
  });
}

function lastValues(channel: string, floor: FakeFloor): Push[] {
  if (channel === 'presence') return [{ channel, type: 'presence.list', data: floor.people.whole() }];
  if (channel === 'system') return [{ channel, type: 'system.list', data: { notifications: floor.system } }];
  if (channel === 'quotes.*') return floor.market.all().map(data => ({ channel, type: 'quote', data }));
  return floor.holdings
    .valuations()
    .filter(valuation => channel === `valuations.${valuation.account}`)
    .map(data => ({ channel, type: 'valuation', data }));
}

function now(): string {
  return new Date().toISOString();
}
