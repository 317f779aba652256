import { describe, expect, it } from 'vitest';
import { type TestSocket, World } from '../../../client/test/world.ts';
import { aFill, anOrderState, aQuote, aSubmission, aValuation } from '../../test/support/records.ts';
import { FeedEngine } from './feed-engine.ts';
import type { FeedBatch, FromFeed } from './feed-messages.ts';

class Bench {
  readonly world = new World();
  readonly posted: FromFeed[] = [];
  readonly engine = new FeedEngine(this.world, message => {
    this.posted.push(message);
    if (message.kind === 'ticket-wanted') {
      this.engine.receive({ kind: 'ticket', id: message.id, ticket: { kind: 'ticket', ticket: 't' } });
    }
  });

  async live(): Promise<TestSocket> {
    this.engine.receive({
      kind: 'open',
      url: 'ws://g/ws',
      client: 'c',
      accounts: ['NORTH-1'],
      position: null,
    });
    await this.world.pass(0);
    const { socket } = this.world;
    socket.open();
    const position = { epoch: 'E', sequence: 0 };
    const channels = { inbox: { mode: 'live', position }, 'quotes.*': { mode: 'live' } };
    const times = { serverTime: new Date(0).toISOString(), expiresAt: new Date(300_000).toISOString() };
    socket.answer('connect', { connected: { session: 's', user: 'ann', channels, ...times } });
    await this.world.pass(100);
    this.posted.length = 0;
    return socket;
  }

  batches(): FeedBatch[] {
    return this.posted.flatMap(message => (message.kind === 'batch' ? [message.batch] : []));
  }
}

const quote = (sequence: number) => ({
  push: { channel: 'quotes.*', type: 'quote', data: aQuote({ sequence }) },
});
const notice = (sequence: number, data: unknown) => ({
  push: { channel: 'inbox', type: 'order.updated', sequence, previous: sequence - 1, data },
});

describe('the feed', () => {
  it('hands on the latest quote of an instrument once per batch', async () => {
    const bench = new Bench();
    const socket = await bench.live();
    for (let sequence = 1; sequence <= 50; sequence++) socket.deliver(quote(sequence));
    await bench.world.pass(16);
    expect(bench.batches().map(batch => batch.quotes.map(each => each.sequence))).toEqual([[50]]);
  });

  it('hands on every notice, in its order', async () => {
    const bench = new Bench();
    const socket = await bench.live();
    const states = [anOrderState(), aFill({ version: 2 }), aFill({ version: 3 })];
    states.forEach((state, index) => void socket.deliver(notice(index + 1, state)));
    await bench.world.pass(16);
    expect(bench.batches()[0]?.inbox).toEqual(states.map(order => ({ kind: 'order', order })));
    expect(bench.batches()[0]?.position).toEqual({ epoch: 'E', sequence: 3 });
  });

  it('keeps the latest valuation of each position', async () => {
    const bench = new Bench();
    const socket = await bench.live();
    for (const mark of ['1', '2']) {
      const data = aValuation({ mark: mark as never });
      socket.deliver({ push: { channel: 'valuations.NORTH-1', type: 'valuation', data } });
    }
    await bench.world.pass(16);
    expect(bench.batches()[0]?.valuations.map(each => each.mark)).toEqual(['2']);
  });

  it('slows down to one batch a second while nobody looks', async () => {
    const bench = new Bench();
    const socket = await bench.live();
    bench.engine.receive({ kind: 'visible', visible: false });
    for (let sequence = 1; sequence <= 100; sequence++) {
      socket.deliver(quote(sequence));
      await bench.world.pass(20);
    }
    expect(bench.batches().length).toBeLessThanOrEqual(2);
  });

  it('tells the outcome of a command under its number', async () => {
    const bench = new Bench();
    const socket = await bench.live();
    bench.engine.receive({ kind: 'command', id: 7, command: { type: 'order.submit', body: aSubmission() } });
    socket.refuse('command', { code: 'FORBIDDEN', message: 'No.', temporary: false });
    await bench.world.pass(0);
    expect(bench.posted).toMatchObject([{ kind: 'outcome', id: 7, outcome: { kind: 'refused' } }]);
  });
});
