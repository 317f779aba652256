import { describe, expect, it } from 'vitest';
import type { CommandOutcome } from '../src/index.ts';
import { anOrder, RECEIVED, TestFloor } from './floor.ts';

function sent(floor: TestFloor) {
  const outcomes: CommandOutcome[] = [];
  const unknown: number[] = [];
  void floor.connection
    .command({ type: 'order.submit', body: anOrder('o-1') }, { unknown: asked => unknown.push(asked) })
    .then(outcome => outcomes.push(outcome));
  return { outcomes, unknown };
}

describe('a command', () => {
  it('is received when the gateway says so', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const { outcomes } = sent(floor);
    socket.answer('command', { received: RECEIVED });
    await floor.world.pass(0);
    expect(outcomes).toEqual([{ kind: 'received', received: RECEIVED }]);
  });

  it('is refused with the reason of the gateway', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const { outcomes } = sent(floor);
    const refusal = { code: 'RATE_LIMITED', message: 'Too fast.', temporary: true, retryAfterMs: 200 };
    socket.refuse('command', refusal);
    await floor.world.pass(0);
    expect(outcomes).toEqual([{ kind: 'refused', refusal }]);
  });

  it('is not sent, and said not to be, without a connection', async () => {
    const floor = new TestFloor();
    const { outcomes } = sent(floor);
    await floor.world.pass(0);
    expect(outcomes).toMatchObject([{ kind: 'refused', refusal: { code: 'NOT_CONNECTED' } }]);
    const socket = await floor.goLive();
    await floor.world.pass(60_000);
    expect(socket.requests('command')).toEqual([]);
  });

  it('without an answer is unknown, and asked again with the same body', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const { outcomes, unknown } = sent(floor);
    await floor.world.pass(4_999);
    socket.deliver({ heartbeat: {} });
    expect(unknown).toEqual([]);
    await floor.world.pass(1 + 500);
    expect(unknown).toEqual([1]);
    const [first, second] = socket.requests('command');
    expect(second?.command).toEqual(first?.command);
    expect(second?.id).not.toBe(first?.id);
    expect(outcomes).toEqual([]);
    socket.answer('command', { received: RECEIVED });
    await floor.world.pass(0);
    expect(outcomes).toEqual([{ kind: 'received', received: RECEIVED }]);
  });

  it('that was unanswered when the socket broke is asked again at once on the next one', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const { outcomes, unknown } = sent(floor);
    socket.end(1006);
    await floor.world.pass(500);
    expect(unknown).toEqual([1]);
    const next = await floor.goLive();
    expect(next.requests('command')).toMatchObject([{ command: { body: { clientOrderId: 'o-1' } } }]);
    next.answer('command', { received: RECEIVED });
    await floor.world.pass(0);
    expect(outcomes).toHaveLength(1);
  });

  it('stays unknown when it is refused for now after an unanswered try', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const { outcomes, unknown } = sent(floor);
    socket.refuse('command', { code: 'UNKNOWN_OUTCOME', message: '', temporary: true, retryAfterMs: 300 });
    await floor.world.pass(300);
    socket.refuse('command', { code: 'UNAVAILABLE', message: '', temporary: true, retryAfterMs: 300 });
    await floor.world.pass(300);
    expect(unknown).toEqual([1, 2]);
    expect(outcomes).toEqual([]);
    socket.answer('command', { received: RECEIVED });
    await floor.world.pass(0);
    expect(outcomes).toHaveLength(1);
  });

  it('ends as unknown when the connection is closed before there was an answer', async () => {
    const floor = new TestFloor();
    await floor.goLive();
    const { outcomes } = sent(floor);
    floor.connection.close();
    await floor.world.pass(0);
    expect(outcomes).toEqual([{ kind: 'unknown' }]);
  });
});
