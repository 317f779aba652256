import type { Price, Quantity } from '@ringside/client';
import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBlotter, arrives, layOut } from '../../../test/support/blotter.tsx';
import { anInstrument, anOrderState } from '../../../test/support/records.ts';
import { amendView } from './amend.state.ts';

const ORDER = anOrderState({
  clientOrderId: 'c-1',
  orderId: '0197a000-0009-7000-8000-000000000001',
  orderType: 'LIMIT',
  limitPrice: '348.00' as Price,
  quantity: '10' as Quantity,
  leaves: '10' as Quantity,
});

async function anEditor() {
  const scene = await aBlotter(() => ({ orders: [ORDER] }));
  screen.getByRole('grid').focus();
  await scene.user.keyboard('{ArrowDown}{Enter}');
  await screen.findByTestId('amend');
  return scene;
}

const quantity = () =>
  within(screen.getByTestId('amend')).getByLabelText('Quantity', { selector: 'input' }) as HTMLInputElement;
const progress = () => screen.getByTestId('amend-progress').textContent?.trim();

describe('the terms of an amend', () => {
  const around = { order: { ...ORDER, filled: '4' as Quantity }, instrument: anInstrument(), live: true };
  const view = (quantity: string, limitPrice: string, change = {}) =>
    amendView({ quantity, limitPrice }, { ...around, ...change });

  it.each([
    ['10', '348', { kind: 'same' }],
    ['12', '348', { kind: 'ready', change: { quantity: '12' } }],
    ['10', '348.01', { kind: 'ready', change: { limitPrice: '348.01' } }],
    ['9', '348', { consequence: 'It keeps its place in the queue.' }],
    ['12', '348', { consequence: 'It goes to the end of the queue at its price.' }],
    ['4', '348', { consequence: '4 is filled already: the order ends there.' }],
    ['0', '348', { faults: { quantity: 'The quantity must be greater than zero.' } }],
    ['10', '348.001', { faults: { limitPrice: 'The price goes in ticks of 0.01.' } }],
    ['', '348', { kind: 'incomplete', faults: {} }],
  ])('%s at %s', (quantity, price, expected) => expect(view(quantity, price)).toMatchObject(expected));

  it('wait for a connection', () => {
    expect(view('12', '348', { live: false })).toEqual({
      kind: 'blocked',
      reason: 'There is no connection.',
    });
  });
});

describe('the amend of an order', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

  it('begins and is sent by keyboard, and asks for what differs only', async () => {
    const { stage, user } = await anEditor();
    await user.keyboard('12{Tab}');
    await user.keyboard('{ArrowUp}{Enter}');
    expect(stage.commands()).toMatchObject([
      {
        command: { type: 'order.amend', body: { quantity: '12', limitPrice: '348.01', account: 'NORTH-1' } },
      },
    ]);
    act(() => stage.frame());
    expect(progress()).toBe('Sent. Waiting for the risk check.');
    expect(screen.getByTestId('order').textContent).toContain('Amending');
    expect(screen.getByTestId('order').textContent).toContain('to 12 at 348.01');
  });

  it('shows what it waits for and goes when the venue has answered', async () => {
    const { stage, user } = await anEditor();
    await user.keyboard('12{Enter}');
    const pendingTerms = { quantity: '12' as Quantity, limitPrice: '348.00' as Price };
    const pending = { ...ORDER, status: 'PENDING_REPLACE' as const, amendId: 'o-1', version: 2 };
    arrives(stage, { ...pending, pendingTerms });
    expect(progress()).toBe('Waiting for the venue: 12 at 348.00.');
    arrives(stage, {
      ...ORDER,
      amendId: 'o-1',
      quantity: '12' as Quantity,
      leaves: '12' as Quantity,
      version: 3,
    });
    await waitFor(() => expect(screen.queryByTestId('amend')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('grid'));
  });

  it('leaves whoever types elsewhere by then where he is', async () => {
    const { stage, user } = await anEditor();
    await user.keyboard('12{Enter}');
    const elsewhere = screen.getByRole('radio', { name: 'Open' });
    elsewhere.focus();
    arrives(stage, { ...ORDER, amendId: 'o-1', quantity: '12' as Quantity, version: 3 });
    await waitFor(() => expect(screen.queryByTestId('amend')).toBeNull());
    expect(document.activeElement).toBe(elsewhere);
  });

  it('asks for nothing that changed meanwhile and that nobody touched', async () => {
    const { stage, user } = await anEditor();
    arrives(stage, { ...ORDER, quantity: '20' as Quantity, leaves: '20' as Quantity, version: 2 });
    expect(quantity().value).toBe('20');
    await user.keyboard('{Tab}{ArrowUp}{Enter}');
    expect(stage.lastCommand().command.body).toMatchObject({ limitPrice: '348.01' });
    expect(stage.lastCommand().command.body).not.toHaveProperty('quantity');
  });

  it('says why it was refused, and may be sent again', async () => {
    const { stage, user } = await anEditor();
    await user.keyboard('12{Enter}');
    const refused = {
      clientOrderId: 'o-1',
      originalClientOrderId: 'c-1',
      account: 'NORTH-1',
      user: 'ann',
      reason: 'NET_POSITION',
      text: 'Too much.',
      at: '2026-11-21T12:00:00Z',
    };
    act(() => stage.batch({ inbox: [{ kind: 'refused', refused }] }));
    expect(progress()).toBe('Too much.');
    await user.click(quantity());
    await user.keyboard('{ArrowUp}{Enter}');
    expect(stage.commands()).toHaveLength(2);
  });

  it('is left by Escape, and by the button begins anew', async () => {
    const { stage, user } = await anEditor();
    await user.keyboard('99{Escape}');
    expect(screen.queryByTestId('amend')).toBeNull();
    await user.click(screen.getByRole('button', { name: /Amend the order/ }));
    await screen.findByTestId('amend');
    expect(quantity().value).toBe('10');
    expect(stage.commands()).toEqual([]);
  });
});
