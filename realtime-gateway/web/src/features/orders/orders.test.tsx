import type { OrderState } from '@ringside/client';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
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

async function aBlotter(orders: (path: string) => unknown = () => ({ orders: states }), trade?: () => void) {
  const stage = new Stage();
  stage.answers.set('/api/orders', orders);
  await stage.live();
  show(stage, trade);
  return { stage, user: userEvent.setup() };
}

function show(stage: Stage, trade?: () => void): void {
  render(
    <PreferencesContext value={createPreferences(localStorage)}>
      <NowContext value={stage.now}>
        <FloorContext value={stage.floor}>
          <Orders {...(trade && { trade })} />
        </FloorContext>
      </NowContext>
    </PreferencesContext>,
  );
}

/** An order comes in; the table looks at what is new ten times a second. */
function arrives(stage: Stage, change: Partial<OrderState>): void {
  act(() => {
    stage.now += 1_000;
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState(change) }] });
  });
}

const fourth = { clientOrderId: 'o-4', orderId: '0197a000-0004-7000-8000-000000000001' };
const fifth = { clientOrderId: 'o-5', orderId: '0197a000-0005-7000-8000-000000000001' };

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

  it('keeps its rows where they are under the pointer, counts what is new, and shows it afterwards', async () => {
    const { stage, user } = await aBlotter();
    await user.hover(screen.getByRole('grid'));
    arrives(stage, fourth);
    arrives(stage, fifth);
    expect(shown()).toEqual(['o-3', 'o-2', 'o-1']);
    expect(screen.getByRole('status').textContent).toContain('2 new orders');
    await user.unhover(screen.getByRole('grid'));
    expect(shown()).toEqual(['o-5', 'o-4', 'o-3', 'o-2', 'o-1']);
    expect(screen.queryByTestId('waiting')).toBeNull();
  });

  it('calls nothing new that the first load brings, wherever the pointer rests', async () => {
    const stage = new Stage();
    stage.answers.set('/api/orders', () => ({ orders: states }));
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState({ ...states[1], version: 0 }) }] });
    show(stage);
    fireEvent.pointerOver(screen.getByRole('grid'));
    await act(() => stage.live());
    act(() => {
      stage.now += 1_000;
      stage.batch({ quotes: [] });
    });
    await screen.findByText('No older orders.');
    await vi.waitFor(() => expect(shown()).toEqual(['o-3', 'o-2', 'o-1']));
    expect(screen.queryByTestId('waiting')).toBeNull();
    arrives(stage, fourth);
    expect(screen.getByTestId('waiting').textContent).toContain('1 new order');
  });

  it('shows what is new when the finger that touched it is lifted', async () => {
    const { stage } = await aBlotter();
    fireEvent.pointerOver(screen.getByRole('grid'), { pointerType: 'touch' });
    arrives(stage, fourth);
    expect(shown()).toEqual(['o-3', 'o-2', 'o-1']);
    fireEvent.pointerUp(screen.getByRole('grid'), { pointerType: 'touch' });
    expect(shown()).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
  });

  it('goes on telling what becomes of a row under the pointer', async () => {
    const { stage, user } = await aBlotter();
    await user.click(screen.getByRole('radio', { name: 'Open' }));
    await user.unhover(screen.getByRole('radio', { name: 'Open' }));
    arrives(stage, { ...fourth, quantity: '7' as never });
    expect(shown()).toEqual(['o-4', 'o-1']);
    await user.hover(screen.getByRole('grid'));
    arrives(stage, { ...fourth, status: 'FILLED', version: 2 });
    expect(shown()).toEqual(['o-4', 'o-1']);
    expect(within(screen.getAllByTestId('order')[0] as HTMLElement).getByText('Filled')).toBeTruthy();
    await user.unhover(screen.getByRole('grid'));
    expect(shown()).toEqual(['o-1']);
  });

  it('shows what is new when its notice is pressed, with the pointer still there', async () => {
    const { stage, user } = await aBlotter();
    await user.hover(screen.getByRole('grid'));
    arrives(stage, fourth);
    // Not by user.click: its pointer leaves the page on its way.
    fireEvent.click(screen.getByRole('button', { name: '1 new order' }));
    expect(shown()).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
    arrives(stage, fifth);
    expect(shown()).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
  });

  it('keeps its rows where they are while the keyboard walks through them, until Home', async () => {
    const { stage, user } = await aBlotter();
    screen.getByRole('grid').focus();
    await user.keyboard('{ArrowDown}');
    arrives(stage, fourth);
    expect(shown()).toEqual(['o-3', 'o-2', 'o-1']);
    await user.keyboard('{Home}');
    expect(shown()).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
    expect(screen.getAllByTestId('order').map(row => row.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
      'false',
      'false',
    ]);
    arrives(stage, fifth);
    expect(shown()).not.toContain('o-5');
    act(() => screen.getByRole('grid').blur());
    expect(shown()).toContain('o-5');
  });

  it('keeps its place while somebody has scrolled down to read', async () => {
    const { stage } = await aBlotter();
    const grid = screen.getByRole('grid');
    grid.scrollTop = 60;
    fireEvent.scroll(grid);
    arrives(stage, fourth);
    expect(screen.getByTestId('waiting').textContent).toContain('1 new order');
    grid.scrollTop = 0;
    fireEvent.scroll(grid);
    expect(shown()).toEqual(['o-4', 'o-3', 'o-2', 'o-1']);
  });

  it('is sorted by keyboard too', async () => {
    const { user } = await aBlotter();
    act(() => screen.getByRole('button', { name: 'Time' }).focus());
    await user.keyboard('{ArrowRight}{Enter}');
    const head = screen.getByRole('columnheader', { name: 'Product' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
  });

  it('goes on with older orders at its end, and says when there are none', async () => {
    const eldest = anOrderState({ clientOrderId: 'o-0', orderId: '0197a000-0000-7000-8000-000000000000' });
    await aBlotter(path =>
      path.includes('cursor=next') ? { orders: [eldest] } : { orders: states, nextCursor: 'next' },
    );
    expect(await screen.findByText('No older orders.')).toBeTruthy();
    expect(shown()).toEqual(['o-3', 'o-2', 'o-1', 'o-0']);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('5');
  });

  it('says why older orders could not be read and tries again when asked', async () => {
    let away = true;
    const { user } = await aBlotter(path => {
      if (path.includes('state=open')) return { orders: [] };
      if (!path.includes('cursor=next')) return { orders: states, nextCursor: 'next' };
      if (away) throw new Error('The gateway cannot be reached.');
      return { orders: [] };
    });
    expect(await screen.findByText(/The gateway cannot be reached/)).toBeTruthy();
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('-1');
    away = false;
    act(() => screen.getByRole('button', { name: 'Try again' }).focus());
    await user.keyboard('{Enter}');
    expect(await screen.findByText('No older orders.')).toBeTruthy();
  });

  it('reads no older orders for the open ones, which are all known', async () => {
    const asked: string[] = [];
    const { user } = await aBlotter(path => {
      asked.push(path);
      return path.includes('cursor=next') ? { orders: [] } : { orders: states, nextCursor: 'next' };
    });
    expect(await screen.findByText('No older orders.')).toBeTruthy();
    expect(asked.filter(path => path.includes('state=all'))).toHaveLength(2);
    await user.click(screen.getByRole('radio', { name: 'Open' }));
    expect(screen.queryByTestId('older')).toBeNull();
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
