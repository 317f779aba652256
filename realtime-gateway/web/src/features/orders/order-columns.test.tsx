import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aBlotter, layOut } from '../../../test/support/blotter.tsx';

/** The simulated page has no layout: each head is as wide as it is told, one after the other. */
const HEAD_PX = 80;

const heads = () => screen.getAllByRole('columnheader').map(head => head.textContent);
const head = (name: string) => within(screen.getByRole('columnheader', { name })).getByRole('button');
const remembered = () => JSON.parse(localStorage.getItem('ringside.preferences') ?? '{}').columns?.orders;
const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('the columns of the orders', () => {
  beforeEach(() => {
    localStorage.clear();
    layOut();
  });

  it('are shown and hidden, and that is remembered', async () => {
    const { user } = await aBlotter();
    expect(heads()).toEqual(['Time', 'Product', 'Side', 'Quantity', 'Price', 'Status']);
    await user.click(box('TIF'));
    await user.click(box('Price'));
    expect(heads()).toEqual(['Time', 'Product', 'Side', 'TIF', 'Quantity', 'Status']);
    expect(remembered().shown).toEqual({ tif: true, price: false });
    await user.click(screen.getByRole('button', { name: 'As they were' }));
    expect(heads()).toEqual(['Time', 'Product', 'Side', 'Quantity', 'Price', 'Status']);
  });

  it('are moved by keyboard, which says where they are, and keep the cursor', async () => {
    const { user } = await aBlotter();
    act(() => head('Side').focus());
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(heads().slice(0, 3)).toEqual(['Time', 'Side', 'Product']);
    expect(document.activeElement).toBe(head('Side'));
    expect(screen.getByText('Side is column 2 of 6.')).toBeTruthy();
    const first = screen.getAllByTestId('order')[0] as HTMLElement;
    expect(
      within(first)
        .getAllByRole('gridcell')
        .map(cell => cell.dataset.testid)
        .slice(0, 3),
    ).toEqual(['time', 'side', 'product']);
  });

  it('are moved from the list', async () => {
    const { user } = await aBlotter();
    await user.click(screen.getByRole('button', { name: 'Product up' }));
    expect(heads().slice(0, 2)).toEqual(['Product', 'Time']);
  });

  it('are moved by dragging a head onto another, which sorts nothing', async () => {
    await aBlotter();
    for (const [at, each] of screen.getAllByRole('columnheader').entries()) {
      each.getBoundingClientRect = () => new DOMRect(at * HEAD_PX, 0, HEAD_PX, 28);
    }
    const time = head('Time');
    time.setPointerCapture = () => {};
    fireEvent.pointerDown(time, { button: 0, clientX: 10 });
    fireEvent.pointerMove(time, { clientX: 2 * HEAD_PX + 10 });
    expect(screen.getByRole('columnheader', { name: 'Side' }).dataset.target).toBe('true');
    fireEvent.pointerUp(time);
    fireEvent.click(time);
    expect(heads().slice(0, 3)).toEqual(['Product', 'Side', 'Time']);
    expect(screen.getByRole('columnheader', { name: 'Time' }).ariaSort ?? '').not.toBe('ascending');
  });

  it('are made wider by keyboard in steps', async () => {
    const { user } = await aBlotter();
    act(() => head('Product').focus());
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowLeft}{/Shift}');
    expect(remembered().widths).toEqual({ product: 88 });
  });
});
