import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBlotter, layOut, shown, states } from '../../../test/support/blotter.tsx';
import { anOrderState } from '../../../test/support/records.ts';

describe('the end of the blotter', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

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
});
