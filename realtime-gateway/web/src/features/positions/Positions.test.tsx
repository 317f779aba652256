import type { Money, Quantity } from '@ringside/client';
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aValuation } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { stale } from '../../design/stale.css.ts';
import { Positions } from './index.ts';

const view = () => <Positions select={() => {}} />;

describe('positions', () => {
  it('say what to do when there are none', async () => {
    await aScene(view);
    expect(screen.getByText('You hold no positions.')).toBeTruthy();
  });

  it('follow their valuation', async () => {
    const { stage } = await aScene(view);
    act(() => stage.batch({ valuations: [aValuation()] }));
    const line = screen.getByTestId('position');
    expect(within(line).getByTestId('position-quantity').textContent).toBe('2.5');
    expect(within(line).getByTestId('position-unrealised').textContent).toBe('−0.25');
    const gained = aValuation({ unrealised: '1.5' as Money, at: '2026-11-21T12:00:01Z' });
    act(() => stage.batch({ valuations: [gained] }));
    expect(within(line).getByTestId('position-unrealised').textContent).toBe('+1.50');
    expect(screen.getByTestId('totals').textContent).toContain('+1.50');
  });

  it('are headed by their account for people with several', async () => {
    const { stage } = await aScene(view, stage => stage.user.accounts.push('NORTH-2'));
    const other = aValuation({ account: 'NORTH-2', quantity: '-1' as Quantity });
    act(() => stage.batch({ valuations: [other, aValuation()] }));
    expect(screen.getAllByRole('heading', { level: 3 }).map(head => head.textContent)).toEqual([
      'NORTH-1',
      'NORTH-2',
    ]);
  });

  it('lose their colours with the connection, and so does their sum', async () => {
    const { stage } = await aScene(view);
    act(() => stage.batch({ valuations: [aValuation()] }));
    const looks = () => ['position', 'totals'].map(id => screen.getByTestId(id).className.includes(stale));
    expect(looks()).toEqual([false, false]);
    act(() =>
      stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: stage.now + 500 } }),
    );
    expect(looks()).toEqual([true, true]);
  });
});
