import { act } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anOrderState } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';
import { isOver } from './mass-cancel.ts';

const REPORT = { clientOrderId: 'o-1', account: 'NORTH-1', user: 'ann', at: '2026-11-21T12:00:00Z' };

async function cancelling(requested: number, more: { alreadyPending?: number; remaining?: number } = {}) {
  const stage = new Stage();
  await stage.live();
  stage.floor.massCancels.cancel({ account: 'NORTH-1', side: 'BUY' });
  const { alreadyPending = 0, remaining = 0 } = more;
  const report = { ...REPORT, matched: requested, requested, alreadyPending, remaining };
  const run = () => stage.floor.state.getState().massCancel;
  return { stage, report, run };
}

const order = (id: string, change = {}) => ({
  kind: 'order' as const,
  order: anOrderState({ clientOrderId: id, orderId: `x-${id}`, cancelId: 'o-1', version: 2, ...change }),
});

describe('a cancel of many orders', () => {
  it('is one command with its scope, and none is sent before the count is known', async () => {
    const { stage } = await cancelling(1);
    stage.floor.massCancels.cancel({ account: 'NORTH-1' });
    expect(stage.commands()).toMatchObject([
      {
        command: {
          type: 'order.cancel-all',
          body: { clientOrderId: 'o-1', account: 'NORTH-1', side: 'BUY' },
        },
      },
    ]);
  });

  it('follows each order to its end and tells nobody of each', async () => {
    const { stage, report, run } = await cancelling(3);
    stage.batch({
      inbox: [
        order('c-1', { status: 'PENDING_CANCEL' }),
        { kind: 'mass-cancel', report },
        order('c-1', { status: 'CANCELLED', version: 3 }),
        order('c-2', { status: 'FILLED', version: 3 }),
      ],
    });
    expect(run()?.report).toEqual(report);
    expect([...(run()?.endings ?? [])]).toEqual([
      ['NORTH-1/c-1', 'cancelled'],
      ['NORTH-1/c-2', 'filled'],
    ]);
    expect(run() && isOver(run() as never)).toBe(false);
    stage.batch({ inbox: [order('c-3', { status: 'NEW', version: 3 })] });
    expect(run() && isOver(run() as never)).toBe(true);
    expect(stage.floor.state.getState().toasts).toEqual([]);
  });

  it('counts an order of a colleague that ended first, of which only the refusal tells', async () => {
    const { stage, report, run } = await cancelling(1);
    const refused = {
      ...REPORT,
      originalClientOrderId: 'c-7',
      reason: 'TOO_LATE_TO_CANCEL',
      text: 'The order had ended before the cancel arrived.',
    };
    stage.batch({
      inbox: [
        { kind: 'mass-cancel', report },
        { kind: 'refused', refused },
      ],
    });
    expect([...(run()?.endings ?? [])]).toEqual([['NORTH-1/c-7', 'ended']]);
    expect(stage.floor.state.getState().toasts).toEqual([]);
  });

  it('is not waited for when its answers may be among lost notices', async () => {
    const { stage, run } = await cancelling(3);
    stage.losesNotices();
    expect(run() && isOver(run() as never)).toBe(true);
    stage.floor.massCancels.cancel({ account: 'NORTH-1' });
    expect(stage.commands()).toHaveLength(2);
  });

  it('learns from the orders that are read what it was not told', async () => {
    const { stage, report, run } = await cancelling(1);
    stage.batch({ inbox: [{ kind: 'mass-cancel', report }] });
    stage.answers.set('/api/orders', () => ({ orders: [order('c-1', { status: 'CANCELLED' }).order] }));
    await stage.floor.load();
    expect([...(run()?.endings ?? [])]).toEqual([['NORTH-1/c-1', 'cancelled']]);
  });

  it.each([
    ['by a notice, to whoever looks elsewhere', false],
    ['where somebody looks', true],
  ])('says that it was refused as a whole %s', async (_, looked) => {
    const { stage, run } = await cancelling(0);
    const unwatch = looked ? stage.floor.massCancels.watch() : null;
    act(() =>
      stage.batch({ inbox: [{ kind: 'refused', refused: { ...REPORT, reason: 'MALFORMED', text: 'No.' } }] }),
    );
    unwatch?.();
    expect(run()?.delivery).toEqual({ refused: 'No.' });
    expect(stage.news).toEqual(
      looked ? [] : [{ kind: 'problem', title: 'The orders were not cancelled', text: 'No.' }],
    );
    stage.floor.massCancels.putAway();
    expect(run()).toBeNull();
  });
});
