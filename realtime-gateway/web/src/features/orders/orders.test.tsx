import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFill, anOrderState } from '../../../test/support/records.ts';
import { Stage } from '../../../test/support/stage.ts';
import { createPreferences } from '../../data/preferences.ts';
import { FloorContext, NowContext, PreferencesContext } from '../floor/context.ts';
import { Orders } from './index.ts';

/** The simulated page has no layout, so the grid is told its height. */
const GRID_PX = 600;

const states = [
  anOrderState({
    clientOrderId: 'o-1',
    orderId: '0197a000-0001-7000-8000-000000000001',
    quantity: '10' as never,
  }),
  aFill({ clientOrderId: 'o-2', orderId: '0197a000-0002-7000-8000-000000000001', quantity: '9' as never }),
  anOrderState({
    clientOrderId: 'o-3',
    orderId: '0197a000-0003-7000-8000-000000000001',
    quantity: '100' as never,
    status: 'REJECTED',
    reason: 'ORDER_SIZE',
    text: 'Too large.',
  }),
];

async function aBlotter() {
  const stage = new Stage();
  stage.answers.set('/api/orders', () => ({ orders: states }));
  await stage.live();
  render(
    <PreferencesContext value={createPreferences(localStorage)}>
      <NowContext value={stage.now}>
        <FloorContext value={stage.floor}>
          <Orders />
        </FloorContext>
      </NowContext>
    </PreferencesContext>,
  );
  return { stage, user: userEvent.setup() };
}

const shown = () => screen.getAllByTestId('order').map(row => row.dataset.clientOrderId);

describe('the blotter', () => {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(GRID_PX);
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(GRID_PX);
    Element.prototype.scrollTo = () => {};
  });
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
    expect(screen.getAllByRole('button', { name: /Cancel/ })).toHaveLength(1);
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

  it('says what to do when there is nothing', async () => {
    states.length = 0;
    await aBlotter();
    expect(screen.getByText('You have sent no orders yet.')).toBeTruthy();
  });
});
