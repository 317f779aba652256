import { describe, expect, expectTypeOf, it } from 'vitest';
import type { AlertRefused, OrderState, Quote } from '../src/index.ts';
import { TestFloor } from './floor.ts';

const EPOCH = 'E';
const QUOTE = { push: { channel: 'quotes.*', type: 'quote', data: { instrument: 'CA' } } };

async function subscribed() {
  const floor = new TestFloor();
  const { handlers } = floor.connection;
  floor.connection.subscribe('quotes.*', {});
  floor.connection.subscribe('inbox', {});
  const socket = await floor.goLive({
    'quotes.*': { mode: 'live' },
    inbox: { mode: 'live', position: { epoch: EPOCH, sequence: 3 } },
  });
  const inbox = (type: string, sequence: number, previous: number, data: unknown) =>
    socket.deliver({ push: { channel: 'inbox', type, sequence, previous, data } });
  return { floor, handlers, socket, inbox };
}

describe('handlers', () => {
  it('hear of their type alone, on whatever channel, with what it carries', async () => {
    const { handlers, socket, inbox } = await subscribed();
    const heard: unknown[] = [];
    handlers.on('quote', (quote, push) => {
      expectTypeOf(quote).toEqualTypeOf<Quote>();
      heard.push([quote.instrument, push.channel]);
    });
    handlers.on('order.updated', order => {
      expectTypeOf(order).toEqualTypeOf<OrderState>();
      heard.push(order.clientOrderId);
    });
    socket.deliver(QUOTE);
    inbox('order.updated', 4, 3, { clientOrderId: 'o-1' });
    inbox('order.invented', 5, 4, {});
    expect(heard).toEqual([['CA', 'quotes.*'], 'o-1']);
  });

  it('of a channel hear of all of it', async () => {
    const { handlers, socket, inbox } = await subscribed();
    const types: string[] = [];
    handlers.onChannel('inbox', push => types.push(push.type));
    socket.deliver(QUOTE);
    inbox('order.updated', 4, 3, {});
    inbox('order.invented', 5, 4, {});
    expect(types).toEqual(['order.updated', 'order.invented']);
  });

  it('hear of nothing twice and of nothing that leaves a gap', async () => {
    const { handlers, inbox } = await subscribed();
    const heard: string[] = [];
    handlers.on('order.updated', order => heard.push(order.clientOrderId));
    inbox('order.updated', 4, 3, { clientOrderId: 'o-1' });
    inbox('order.updated', 4, 3, { clientOrderId: 'o-1' });
    inbox('order.updated', 9, 7, { clientOrderId: 'o-3' });
    expect(heard).toEqual(['o-1']);
  });

  it('end by their own answer or by name, and others stay', async () => {
    const { handlers, socket } = await subscribed();
    const heard: string[] = [];
    const first = () => heard.push('first');
    const end = handlers.on('quote', () => heard.push('ended'));
    handlers.on('quote', first);
    handlers.on('quote', first);
    handlers.on('quote', () => heard.push('second'));
    const channel = () => heard.push('channel');
    handlers.onChannel('quotes.*', channel);
    end();
    socket.deliver(QUOTE);
    handlers.off('quote', first);
    handlers.offChannel('quotes.*', channel);
    socket.deliver(QUOTE);
    expect(heard).toEqual(['first', 'second', 'channel', 'second']);
  });

  it('are all called when one fails, and its error is not swallowed', async () => {
    const { handlers, socket, floor } = await subscribed();
    const heard: string[] = [];
    handlers.on('quote', () => {
      throw new Error('mine');
    });
    handlers.on('quote', quote => heard.push(quote.instrument));
    expect(() => socket.deliver(QUOTE)).toThrow('mine');
    expect(heard).toEqual(['CA']);
    expect(floor.connection.state.kind).toBe('live');
  });

  it('are given the lists that the wire leaves out when they are empty', async () => {
    const { handlers, inbox } = await subscribed();
    const refused: AlertRefused[] = [];
    handlers.on('alert.refused', data => refused.push(data));
    inbox('alert.refused', 4, 3, { commandId: 'k-1', text: 'No.' });
    expect(refused).toEqual([{ commandId: 'k-1', text: 'No.', alertIds: [] }]);
  });
});

describe('the state of a connection', () => {
  it('can be asked for, and is told to whoever watches', async () => {
    const floor = new TestFloor();
    const seen: string[] = [];
    const end = floor.connection.watch(state => seen.push(state.kind));
    expect(floor.connection.state.kind).toBe('connecting');
    const socket = await floor.goLive();
    expect(floor.connection.state.kind).toBe('live');
    socket.end(1006);
    end();
    await floor.world.pass(500);
    await floor.goLive();
    expect([...new Set(seen)]).toEqual(['connecting', 'live', 'reconnecting']);
  });
});
