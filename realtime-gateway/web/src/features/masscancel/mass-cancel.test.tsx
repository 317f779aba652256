import type { Price, Quantity } from '@ringside/client';
import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBlotter, arrives, layOut } from '../../../test/support/blotter.tsx';
import { anOrderState } from '../../../test/support/records.ts';
import { massCancelOf } from '../../data/mass-cancel.ts';
import { progressOf } from './mass-cancel.state.ts';

const order = (at: number, change = {}) =>
  anOrderState({
    clientOrderId: `c-${at}`,
    orderId: `0197a000-000${at}-7000-8000-000000000001`,
    orderType: 'LIMIT',
    limitPrice: '348.00' as Price,
    quantity: '10' as Quantity,
    ...change,
  });
const ORDERS = [order(1), order(2, { side: 'SELL' }), order(3, { instrument: 'BTC-USD' })];
const REPORT = {
  clientOrderId: 'o-1',
  account: 'NORTH-1',
  user: 'ann',
  matched: 3,
  requested: 3,
  alreadyPending: 0,
  remaining: 0,
  at: '2026-11-21T12:00:00Z',
};

async function aQuestion() {
  const scene = await aBlotter(() => ({ orders: ORDERS }));
  await scene.user.click(screen.getByTestId('cancel-all'));
  await screen.findByTestId('mass-cancel');
  return scene;
}

const send = () => screen.getByTestId('mass-cancel-send');
const report = () => screen.getByTestId('mass-cancel-report').textContent?.trim();

describe('cancelling what is open', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

  it('says how many, for the scope that is chosen', async () => {
    const { user } = await aQuestion();
    expect(send().textContent).toBe('Cancel 3 orders');
    await user.click(screen.getByRole('radio', { name: 'Sells' }));
    expect(send().textContent).toBe('Cancel 1 order');
    await user.selectOptions(screen.getByLabelText('Instrument'), 'BTC-USD');
    expect(send().textContent).toBe('Cancel orders');
    expect(send().getAttribute('aria-disabled')).toBe('true');
  });

  it('keeps what was chosen although its last order has ended', async () => {
    const { stage, user } = await aQuestion();
    const instruments = screen.getByLabelText('Instrument') as HTMLSelectElement;
    await user.selectOptions(instruments, 'BTC-USD');
    arrives(stage, order(3, { instrument: 'BTC-USD', status: 'FILLED', version: 2 }));
    expect(instruments.selectedOptions[0]?.textContent).toBe('BTC-USD');
    expect(screen.getByText('No open order matches.')).toBeTruthy();
  });

  it('is left by Escape after it was sent, too', async () => {
    const { stage, user } = await aQuestion();
    send().focus();
    await user.keyboard('{Enter}');
    expect(stage.commands()).toHaveLength(1);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Leave' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('mass-cancel')).toBeNull();
  });

  it('needs more than the press that opened it', async () => {
    const { stage, user } = await aQuestion();
    await user.keyboard('{Escape}');
    expect(screen.queryByTestId('mass-cancel')).toBeNull();
    expect(document.activeElement).toBe(screen.getByTestId('cancel-all'));
    expect(stage.commands()).toEqual([]);
  });

  it('follows the orders to their ends', async () => {
    const { stage, user } = await aQuestion();
    await user.click(send());
    expect(stage.commands()).toMatchObject([
      { command: { type: 'order.cancel-all', body: { account: 'NORTH-1' } } },
    ]);
    expect(report()).toBe('Sent. Waiting for the count');
    act(() =>
      stage.batch({
        inbox: [
          { kind: 'mass-cancel', report: REPORT },
          { kind: 'order', order: order(1, { status: 'CANCELLED', cancelId: 'o-1', version: 3 }) },
          { kind: 'order', order: order(2, { status: 'FILLED', cancelId: 'o-1', version: 3 }) },
        ],
      }),
    );
    expect(report()).toBe(
      'Cancel of 3 orders requested1 cancelled, 1 filled first.1 order still to be answered.',
    );
    act(() =>
      stage.batch({
        inbox: [{ kind: 'order', order: order(3, { status: 'CANCELLED', cancelId: 'o-1', version: 3 }) }],
      }),
    );
    expect(report()).toBe('Cancel of 3 orders requested2 cancelled, 1 filled first.');
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(stage.floor.state.getState().massCancel).toBeNull();
  });

  it('goes on with what one command could not take', async () => {
    const { stage, user } = await aQuestion();
    await user.click(send());
    act(() =>
      stage.batch({
        inbox: [{ kind: 'mass-cancel', report: { ...REPORT, matched: 12, requested: 0, remaining: 12 } }],
      }),
    );
    await user.click(screen.getByRole('button', { name: 'Cancel the next 12' }));
    expect(stage.commands()).toHaveLength(2);
    act(() =>
      stage.batch({
        inbox: [
          { kind: 'mass-cancel', report: { ...REPORT, clientOrderId: 'o-2', requested: 3, remaining: 9 } },
        ],
      }),
    );
    // Those that were asked for are followed to their ends first.
    expect(screen.queryByRole('button', { name: 'Cancel the next 9' })).toBeNull();
  });

  it('tells what went wrong', () => {
    const run = massCancelOf('o-1', { account: 'NORTH-1' });
    expect(progressOf({ ...run, delivery: { refused: 'No.' } })).toMatchObject({
      tone: 'bad',
      lines: ['No.'],
    });
    expect(progressOf({ ...run, incomplete: true })).toMatchObject({
      tone: 'bad',
      title: 'What it came to was not told',
      lines: ['Some answers are gone; the table shows how every order stands.'],
    });
    expect(progressOf({ ...run, delivery: 'unknown' }).lines).toEqual([
      'Nobody has answered yet; it is asked again.',
    ]);
    expect(
      progressOf({ ...run, report: { ...REPORT, requested: 0, matched: 2, alreadyPending: 2 } }),
    ).toMatchObject({
      title: 'No order was open',
      lines: ['2 orders had a cancel under way.'],
    });
  });
});
