import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aFill, anOrderState, aQuote } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { createTicketStore, Ticket } from './index.ts';

async function aTicket() {
  const store = createTicketStore('NORTH-1');
  const { stage } = await aScene(
    () => <Ticket store={store} />,
    stage => stage.batch({ quotes: [aQuote()] }),
  );
  act(() => store.getState().choose('XMR-USD'));
  return { stage, store, user: userEvent.setup() };
}

const button = () => screen.getByTestId('submit');
const steps = () =>
  screen.getAllByTestId('life-step').map(step => `${step.textContent} ${step.dataset.state}`);

describe('the ticket on the screen', () => {
  beforeEach(() => localStorage.clear());

  it('sends with Enter exactly what its button says', async () => {
    const { stage, user } = await aTicket();
    await user.type(screen.getByLabelText('Quantity'), '2.5');
    expect(button().textContent).toBe('Buy 2.5 XMR/USD at market');
    await user.keyboard('{Enter}');
    expect(stage.commands()).toMatchObject([
      { command: { type: 'order.submit', body: { side: 'BUY', quantity: '2.5', orderType: 'MARKET' } } },
    ]);
  });

  it('sends one order for two presses', async () => {
    const { stage, user } = await aTicket();
    await user.type(screen.getByLabelText('Quantity'), '1{Enter}{Enter}');
    await user.click(button());
    expect(stage.commands()).toHaveLength(1);
  });

  it('shows each step of the order as it happens', async () => {
    const { stage, user } = await aTicket();
    await user.type(screen.getByLabelText('Quantity'), '2.5{Enter}');
    expect(steps()).toEqual(['Sent done', 'Received now', 'Accepted ahead', 'Filled ahead']);
    act(() => stage.batch({ inbox: [{ kind: 'order', order: anOrderState() }] }));
    expect(steps()[2]).toBe('Accepted0 ms done');
    act(() => stage.batch({ inbox: [{ kind: 'order', order: aFill() }] }));
    expect(steps()[3]).toBe('Filled0 ms2.5 of 2.5 done');
  });

  it('offers a limit order that outlives its day, and falls back to the day for a market order', async () => {
    const { stage, store, user } = await aTicket();
    expect(screen.queryByRole('radio', { name: 'GTC' })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Limit' }));
    await user.click(screen.getByRole('radio', { name: 'GTC' }));
    await user.type(screen.getByLabelText('Quantity'), '1');
    await user.type(screen.getByLabelText('Limit price'), '348.10{Enter}');
    expect(stage.commands()).toMatchObject([
      { command: { body: { timeInForce: 'GTC', limitPrice: '348.10' } } },
    ]);
    await user.click(screen.getByRole('radio', { name: 'Market' }));
    expect(store.getState().draft.timeInForce).toBe('DAY');
  });

  it('says unknown, not failed, when nobody answers', async () => {
    const { stage, user } = await aTicket();
    await user.type(screen.getByLabelText('Quantity'), '1{Enter}');
    const [command] = stage.commands();
    act(() => stage.feed({ kind: 'unknown', id: command?.kind === 'command' ? command.id : 0, asked: 1 }));
    expect(steps()[1]).toMatch(/Unknown, checking/);
    expect(screen.getByRole('status').textContent).toMatch(/still on its way/);
  });

  it('takes the price that is pressed, with its side', async () => {
    const { user } = await aTicket();
    await user.click(screen.getByRole('button', { name: /sell at the bid/ }));
    expect(screen.getByLabelText<HTMLInputElement>('Limit price').value).toBe('348.10');
    expect(document.activeElement).toBe(screen.getByLabelText('Quantity'));
    await user.keyboard('3');
    expect(button().textContent).toBe('Sell 3 XMR/USD at 348.10');
  });

  it('steps by tick with the arrow keys, by ten with Shift', async () => {
    const { store, user } = await aTicket();
    act(() => store.getState().change({ orderType: 'LIMIT', limitPrice: '348.10' as never }));
    await user.click(screen.getByLabelText('Limit price'));
    await user.keyboard('{ArrowUp}');
    expect(store.getState().draft.limitPrice).toBe('348.11');
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
    expect(store.getState().draft.limitPrice).toBe('348.01');
  });

  it('clears with Escape', async () => {
    const { store, user } = await aTicket();
    await user.type(screen.getByLabelText('Quantity'), '7{Escape}');
    expect(store.getState().draft.quantity).toBe('');
    expect(document.activeElement).toBe(document.body);
  });

  it('says what is wrong beside the field', async () => {
    const { user } = await aTicket();
    const field = screen.getByLabelText('Quantity');
    await user.type(field, '0.0001');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('The quantity goes in steps of 0.001.')).toBeTruthy();
  });

  it('sends nothing while there is no connection, and says so', async () => {
    const { stage, user } = await aTicket();
    act(() => stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: 0 } }));
    await user.type(screen.getByLabelText('Quantity'), '1{Enter}');
    expect(stage.commands()).toEqual([]);
    expect(screen.getByRole('status').textContent).toMatch(/Not connected/);
  });
});
