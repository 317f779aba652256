import { describe, expect, it } from 'vitest';
import { memoryStore, untilLive } from '../src/index.ts';
import { TestFloor } from './floor.ts';

describe('waiting for a connection', () => {
  it('ends when it is live, at once if it is so already, and then commands are taken', async () => {
    const floor = new TestFloor();
    const waiting = untilLive(floor.connection);
    const socket = await floor.goLive();
    await waiting;
    await untilLive(floor.connection);
    void floor.connection.command({
      type: 'alert.acknowledge',
      body: { clientCommandId: 'k-1', alertIds: ['a'] },
    });
    expect(socket.requests('command')).toHaveLength(1);
  });

  it('fails when it will never be', async () => {
    const refused = new TestFloor();
    refused.ticket = 'signed-out';
    const waiting = expect(untilLive(refused.connection)).rejects.toThrow('The session has ended.');
    await refused.world.pass(0);
    await waiting;
    const closed = new TestFloor();
    closed.connection.close();
    await expect(untilLive(closed.connection)).rejects.toThrow('The connection was closed.');
  });
});

describe('tokens in memory', () => {
  it('are kept while the program runs, and used up by one at a time', async () => {
    const store = memoryStore();
    expect(store.load()).toBeNull();
    const order: string[] = [];
    const open: (() => void)[] = [];
    const work = (name: string) => () => {
      order.push(`${name} begins`);
      return new Promise<void>(done => open.push(() => done())).then(() => order.push(`${name} ends`));
    };
    const first = store.exclusive(work('first'));
    const second = store.exclusive(work('second'));
    await Promise.resolve();
    open[0]?.();
    await first;
    await Promise.resolve();
    open[1]?.();
    await second;
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });
});
