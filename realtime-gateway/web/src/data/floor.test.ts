import type { Quantity } from '@ringside/client';
import { describe, expect, it, vi } from 'vitest';
import { aFill, anOrderState, aQuote, aSubmission } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';

const { clientOrderId: _, ...DRAFT } = aSubmission();
const RECEIVED = { commandId: 'o-1', stream: 'COMMANDS', sequence: 1, at: '' };

async function aStage() {
  const stage = new Stage();
  await stage.live();
  return stage;
}

function idOf(stage: Stage): number {
  const command = stage.commands().at(-1);
  if (command?.kind !== 'command') throw new Error('no command was sent');
  return command.id;
}

describe('the floor', () => {
  it('reads instruments, orders and positions with each connection', async () => {
    const stage = await aStage();
    expect(stage.floor.state.getState().snapshot).toEqual({ kind: 'ready', at: stage.now });
    expect(stage.floor.state.getState().instruments.get('XMR-USD')?.symbol).toBe('XMR/USD');
    stage.answers.set('/api/orders', () => ({ orders: [anOrderState()] }));
    stage.feed({ kind: 'connection', state: { kind: 'reconnecting', attempt: 1, nextAt: 0, reason: '' } });
    await stage.live();
    expect(stage.floor.books.orders.list()).toHaveLength(1);
  });

  it('reads all again, and says so, when notices are gone in the middle of a connection', async () => {
    const stage = await aStage();
    const position = { epoch: 'E', sequence: 9 };
    stage.batch({ inbox: [{ kind: 'restored', how: { mode: 'live', position } }] });
    stage.answers.set('/api/orders', () => ({ orders: [anOrderState()] }));
    const gap = { mode: 'gap', position, count: 0, firstAvailable: 10, reason: 'evicted' } as const;
    stage.batch({ inbox: [{ kind: 'restored', how: gap }] });
    await settle();
    stage.frame();
    expect(stage.floor.books.orders.list()).toHaveLength(1);
    expect(stage.news).toMatchObject([{ kind: 'missed', updates: 0, incomplete: true }]);
  });

  it('says what could not be read and keeps what is live', async () => {
    const stage = new Stage();
    stage.answers.delete('/api/orders');
    await stage.live();
    expect(stage.floor.state.getState().snapshot).toMatchObject({ kind: 'failed' });
    stage.batch({ quotes: [aQuote()] });
    expect(stage.floor.books.quotes.list()).toHaveLength(1);
  });

  it('reads again by itself what could not be read', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const stage = new Stage();
      stage.answers.delete('/api/positions');
      await stage.live();
      expect(stage.floor.state.getState().snapshot).toMatchObject({ kind: 'failed' });
      stage.answers.set('/api/positions', () => ({ positions: [] }));
      vi.advanceTimersByTime(5_000);
      await settle();
      expect(stage.floor.state.getState().snapshot).toMatchObject({ kind: 'ready' });
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps a notice that came before the snapshot with an older state', async () => {
    const stage = new Stage();
    let give: (orders: unknown) => void = () => {};
    const late = new Promise(resolve => {
      give = resolve;
    });
    stage.answers.set('/api/orders', () => late);
    await stage.live();
    stage.batch({ inbox: [{ kind: 'order', order: aFill({ version: 2 }) }] });
    give({ orders: [anOrderState({ version: 1 })] });
    await settle();
    stage.frame();
    expect(stage.floor.books.orders.list().map(row => row.order.status)).toEqual(['FILLED']);
  });

  it('remembers how far the inbox was read', async () => {
    const stage = await aStage();
    const position = { epoch: 'E', sequence: 3 };
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState() }], position });
    expect(stage.saved).toEqual(position);
  });

  it('suspends prices when the connection is lost', async () => {
    const stage = await aStage();
    stage.batch({ quotes: [aQuote()] });
    stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: 0 } });
    expect(stage.floor.books.quotes.get('XMR-USD')?.fromBefore).toBe(true);
  });

  it('passes tickets on to the feed', async () => {
    const stage = await aStage();
    stage.feed({ kind: 'ticket-wanted', id: 3 });
    await settle();
    expect(stage.sent.at(-1)).toEqual({ kind: 'ticket', id: 3, ticket: { kind: 'ticket', ticket: 't' } });
  });
});

describe('an order of mine', () => {
  it('is followed from sent through received and accepted to filled', async () => {
    const stage = await aStage();
    stage.floor.orders.submit(DRAFT);
    expect(stage.submission?.delivery.kind).toBe('sending');
    stage.now += 4;
    stage.feed({ kind: 'outcome', id: idOf(stage), outcome: { kind: 'received', received: RECEIVED } });
    expect(stage.submission?.delivery).toEqual({ kind: 'received', at: stage.now });
    stage.now += 9;
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState() }] });
    expect(stage.submission?.acceptedAt).toBe(stage.now);
    stage.now += 3;
    stage.batch({ inbox: [{ kind: 'order', order: aFill() }] });
    expect(stage.submission).toMatchObject({ endedAt: stage.now, order: { status: 'FILLED' } });
    expect(stage.news).toMatchObject([{ kind: 'filled' }]);
  });

  it('is sent once, however often the button is pressed', async () => {
    const stage = await aStage();
    stage.floor.orders.submit(DRAFT);
    stage.floor.orders.submit(DRAFT);
    expect(stage.commands()).toHaveLength(1);
    stage.feed({ kind: 'unknown', id: idOf(stage), asked: 1 });
    stage.floor.orders.submit(DRAFT);
    expect(stage.commands()).toHaveLength(1);
  });

  it('is unknown while nobody answers, and found out by its own notice', async () => {
    const stage = await aStage();
    stage.floor.orders.submit(DRAFT);
    stage.feed({ kind: 'unknown', id: idOf(stage), asked: 2 });
    expect(stage.submission?.delivery).toEqual({ kind: 'unknown', asked: 2 });
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState() }] });
    expect(stage.submission?.delivery.kind).toBe('received');
    stage.feed({ kind: 'unknown', id: idOf(stage), asked: 3 });
    expect(stage.submission?.delivery.kind).toBe('received');
  });

  it('is not taken when it is refused', async () => {
    const stage = await aStage();
    stage.floor.orders.submit(DRAFT);
    const refusal = { code: 'RATE_LIMITED', message: 'Too fast.', temporary: true };
    stage.feed({ kind: 'outcome', id: idOf(stage), outcome: { kind: 'refused', refusal } });
    expect(stage.submission?.delivery).toEqual({ kind: 'refused', code: 'RATE_LIMITED', text: 'Too fast.' });
    stage.floor.orders.submit(DRAFT);
    expect(stage.commands()).toHaveLength(2);
  });

  it('goes backwards for no late notice', async () => {
    const stage = await aStage();
    stage.floor.orders.submit(DRAFT);
    stage.batch({ inbox: [{ kind: 'order', order: aFill({ version: 3 }) }] });
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState({ version: 1 }) }] });
    expect(stage.submission?.order?.version).toBe(3);
  });

  it('is cancelled once, and can be cancelled again when the cancel was refused', async () => {
    const stage = await aStage();
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState({ leaves: '1' as Quantity }) }] });
    stage.floor.orders.cancel(anOrderState());
    stage.floor.orders.cancel(anOrderState());
    expect(stage.commands()).toHaveLength(1);
    const refused = {
      clientOrderId: 'o-1',
      account: 'NORTH-1',
      user: 'ann',
      reason: 'CANCEL_PENDING',
      text: 'A cancel is under way.',
      at: '',
    };
    stage.batch({ inbox: [{ kind: 'refused', refused }] });
    expect(stage.floor.books.orders.get('NORTH-1/o-1')?.cancelling).toBe(false);
    expect(stage.news).toMatchObject([{ kind: 'refused' }]);
    stage.floor.orders.cancel(anOrderState());
    expect(stage.commands()).toHaveLength(2);
  });

  it('of several fills shows the latest notice only', async () => {
    const stage = await aStage();
    stage.batch({ inbox: [{ kind: 'order', order: aFill({ version: 2, status: 'PARTIALLY_FILLED' }) }] });
    stage.batch({ inbox: [{ kind: 'order', order: aFill({ version: 3 }) }] });
    expect(stage.news).toMatchObject([{ order: { version: 3 } }]);
  });
});
