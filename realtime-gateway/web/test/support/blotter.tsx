import type { OrderState } from '@ringside/client';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { vi } from 'vitest';
import { createPreferences } from '../../src/data/preferences.ts';
import { FloorContext, NowContext, PreferencesContext } from '../../src/features/floor/context.ts';
import { Orders } from '../../src/features/orders/index.ts';
import { aFill, anOrderState } from './records.ts';
import { Stage } from './stage.ts';

/** The simulated page has no layout, so the grid is told its height. */
const GRID_PX = 600;

export function layOut(): void {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(GRID_PX);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(GRID_PX);
  Element.prototype.scrollTo = () => {};
}

export const states = [
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

export async function aBlotter(
  orders: (path: string) => unknown = () => ({ orders: states }),
  trade?: () => void,
) {
  const stage = new Stage();
  stage.answers.set('/api/orders', orders);
  await stage.live();
  show(stage, trade);
  return { stage, user: userEvent.setup() };
}

export function show(stage: Stage, trade?: () => void): void {
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
export function arrives(stage: Stage, change: Partial<OrderState>): void {
  act(() => {
    stage.now += 1_000;
    stage.batch({ inbox: [{ kind: 'order', order: anOrderState(change) }] });
  });
}

export const fourth = { clientOrderId: 'o-4', orderId: '0197a000-0004-7000-8000-000000000001' };
export const fifth = { clientOrderId: 'o-5', orderId: '0197a000-0005-7000-8000-000000000001' };

export const shown = () => screen.getAllByTestId('order').map(row => row.dataset.clientOrderId);
