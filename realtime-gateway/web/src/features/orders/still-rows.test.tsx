import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  aBlotter,
  arrives,
  fifth,
  fourth,
  layOut,
  show,
  shown,
  states,
} from '../../../test/support/blotter.tsx';
import { anOrderState } from '../../../test/support/records.ts';
import { Stage } from '../../../test/support/stage.ts';

describe('the blotter', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

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
    await waitFor(() => expect(shown()).toEqual(['o-3', 'o-2', 'o-1']));
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
});
