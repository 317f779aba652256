import type { Price, Quantity } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anOrderState } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';
import { awaited, isAmendable } from './amending.ts';

const KEY = 'NORTH-1/c-1';
const limit = (change = {}) =>
  anOrderState({
    clientOrderId: 'c-1',
    orderType: 'LIMIT',
    limitPrice: '348.00' as Price,
    ...change,
  });

async function anAmend() {
  const stage = new Stage();
  await stage.live();
  stage.batch({ inbox: [{ kind: 'order', order: limit() }] });
  stage.floor.orders.amend(limit(), { quantity: '5' as Quantity });
  return { stage, row: () => stage.floor.books.orders.get(KEY) };
}

describe('an amend', () => {
  it('is one command that names the order by its first id', async () => {
    const { stage, row } = await anAmend();
    stage.floor.orders.amend(limit(), { quantity: '6' as Quantity });
    expect(stage.commands()).toMatchObject([
      {
        command: {
          type: 'order.amend',
          body: { clientOrderId: 'o-1', originalClientOrderId: 'c-1', quantity: '5' },
        },
      },
    ]);
    expect(stage.commands()[0]?.command.body).not.toHaveProperty('limitPrice');
    const { order, amending } = row() ?? {};
    expect(order && awaited(order, amending)).toEqual({ quantity: '5', limitPrice: '348.00' });
  });

  it('is told by the order as soon as the order names it', async () => {
    const { stage, row } = await anAmend();
    const pendingTerms = { quantity: '5' as Quantity, limitPrice: '348.00' as Price };
    const pending = limit({ status: 'PENDING_REPLACE', amendId: 'o-1', pendingTerms, version: 2 });
    stage.batch({ inbox: [{ kind: 'order', order: pending }] });
    expect(row()?.amending).toBeUndefined();
    expect(awaited(pending, undefined)).toEqual(pendingTerms);
    expect(awaited(limit({ version: 3 }), undefined)).toBeNull();
  });

  it('keeps why it was refused until that is put away', async () => {
    const { stage, row } = await anAmend();
    const refused = {
      clientOrderId: 'o-1',
      originalClientOrderId: 'c-1',
      account: 'NORTH-1',
      user: 'ann',
      reason: 'NET_POSITION',
      text: 'Too much.',
      at: '2026-11-21T12:00:00Z',
    };
    stage.batch({ inbox: [{ kind: 'refused', refused }] });
    expect(row()?.amending).toMatchObject({ kind: 'refused', text: 'Too much.' });
    stage.floor.orders.forgetAmend(KEY);
    expect(row()?.amending).toBeUndefined();
  });

  it.each(['amend', 'cancel'] as const)(
    'whose answer may be among lost notices is waited for no more, nor is a cancel: %s',
    async what => {
      const { stage, row } = await anAmend();
      const ask = () =>
        what === 'cancel'
          ? stage.floor.orders.cancel(limit())
          : stage.floor.orders.amend(limit(), { quantity: '7' as Quantity });
      const waits = () => (what === 'cancel' ? row()?.cancelling : row()?.amending?.kind === 'sent');
      ask();
      // What has no answer from the gateway yet is asked for again.
      stage.losesNotices();
      expect(waits()).toBe(true);
      stage.receives();
      expect(waits()).toBe(false);

      ask();
      stage.receives();
      expect(waits()).toBe(true);
      stage.losesNotices();
      expect(waits()).toBe(false);
    },
  );

  it.each([
    [limit(), true],
    [limit({ timeInForce: 'GTC', status: 'PARTIALLY_FILLED' }), true],
    [limit({ timeInForce: 'IOC' }), false],
    [limit({ orderType: 'MARKET' }), false],
    [limit({ status: 'PENDING_REPLACE' }), false],
    [limit({ status: 'PENDING_CANCEL' }), false],
    [limit({ status: 'FILLED' }), false],
  ])('%# is for limit orders that rest and for which nothing is under way', (order, amendable) =>
    expect(isAmendable(order)).toBe(amendable),
  );
});
