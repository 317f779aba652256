import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBlotter, layOut, shown, states } from '../../../test/support/blotter.tsx';

describe('the blotter', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

  it('shows the newest order first', async () => {
    await aBlotter();
    expect(shown()).toEqual(['o-3', 'o-2', 'o-1']);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('4');
  });

  it('sorts quantities as numbers, and says so', async () => {
    const { user } = await aBlotter();
    await user.click(screen.getByRole('button', { name: 'Quantity' }));
    expect(shown()).toEqual(['o-3', 'o-1', 'o-2']);
    await user.click(screen.getByRole('button', { name: 'Quantity' }));
    expect(shown()).toEqual(['o-2', 'o-1', 'o-3']);
    const head = screen.getByRole('columnheader', { name: 'Quantity' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
  });

  it('tells the status by word and why an order was rejected', async () => {
    await aBlotter();
    const [rejected] = screen.getAllByTestId('order');
    expect(within(rejected as HTMLElement).getByText('Rejected')).toBeTruthy();
    expect(within(rejected as HTMLElement).getByText('Too large.')).toBeTruthy();
  });

  it('cancels what is open, by button or by key', async () => {
    const { stage, user } = await aBlotter();
    await user.click(screen.getByRole('button', { name: /Cancel the order/ }));
    expect(stage.commands()).toMatchObject([
      { command: { type: 'order.cancel', body: { originalClientOrderId: 'o-1', account: 'NORTH-1' } } },
    ]);
    expect(screen.getAllByRole('button', { name: /Cancel the order/ })).toHaveLength(1);
  });

  it('is walked through with the arrow keys and cancels with Delete', async () => {
    const { stage, user } = await aBlotter();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}{Delete}');
    expect(stage.commands()).toEqual([]);
    await user.keyboard('{End}{Delete}');
    expect(stage.commands()).toHaveLength(1);
  });

  it('shows the open ones only, when asked', async () => {
    const { user } = await aBlotter();
    await user.click(screen.getByRole('radio', { name: 'Open' }));
    expect(shown()).toEqual(['o-1']);
  });

  it('is sorted by keyboard too', async () => {
    const { user } = await aBlotter();
    act(() => screen.getByRole('button', { name: 'Time' }).focus());
    await user.keyboard('{ArrowRight}{Enter}');
    const head = screen.getByRole('columnheader', { name: 'Product' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
  });

  it('says what to do when there is nothing', async () => {
    states.length = 0;
    await aBlotter();
    expect(screen.getByText('You have sent no orders yet.')).toBeTruthy();
  });

  it('opens the ticket from its emptiness where that is another screen', async () => {
    const trade = vi.fn();
    const { user } = await aBlotter(() => ({ orders: [] }), trade);
    await user.click(screen.getByRole('button', { name: 'Open the ticket' }));
    expect(trade).toHaveBeenCalledOnce();
  });
});
