import type { Quantity } from '@ringside/client';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { anInstrument, aQuote, aSentRfq, COUNTERPARTIES } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { type AskTerms, askView } from './ask.state.ts';
import { createTicketStore, Ticket } from './index.ts';

async function anAskingTicket() {
  const store = createTicketStore('NORTH-1');
  const { stage } = await aScene(
    () => <Ticket store={store} />,
    stage => stage.batch({ quotes: [aQuote()] }),
  );
  act(() => store.getState().choose('XMR-USD'));
  act(() => store.getState().inquire());
  return { stage, store, user: userEvent.setup() };
}

const button = () => screen.getByTestId('submit');
const steps = () =>
  screen.getAllByTestId('life-step').map(step => `${step.textContent} ${step.dataset.state}`);

describe('a request in words', () => {
  const copper = anInstrument({ symbol: 'CA', quantityUnit: 'lots', quantityStep: '1' as Quantity });
  const draft = createTicketStore('A').getState().draft;
  const around = {
    instrument: copper,
    connection: { kind: 'live', session: 's', transport: 'socket', told: false, roundTripMs: 1 },
    counterparties: new Map(COUNTERPARTIES.map(each => [each.user, each])),
    asking: false,
  } as const;
  const terms = (change: Partial<AskTerms> = {}) => ({
    everybody: true,
    counterparties: [],
    lifeSeconds: 120,
    ...change,
  });
  const view = (side: 'BUY' | 'SELL', change: Partial<AskTerms> = {}) =>
    askView({ ...draft, side, quantity: '5' }, terms(change), around);

  it.each([
    [view('BUY'), 'Ask all 2 counterparties to sell you 5 lots CA, open for 2 minutes.'],
    [
      view('SELL', { everybody: false, counterparties: ['bob', 'carol'], lifeSeconds: 30 }),
      'Ask 2 counterparties to buy 5 lots CA from you, open for 30 seconds.',
    ],
    [
      view('BUY', { everybody: false, counterparties: ['bob', 'gone'] }),
      'Ask Bob Keller of Kestrel Capital to sell you 5 lots CA, open for 2 minutes.',
    ],
  ])('%# says whom it asks for what and how long', (shown, preview) =>
    expect(shown).toMatchObject({ preview }),
  );

  it('asks somebody, and only with a connection and one at a time', () => {
    expect(view('BUY', { everybody: false })).toMatchObject({ action: 'Choose whom to ask' });
    const sell = { ...draft, quantity: '5' };
    expect(askView(sell, terms(), { ...around, asking: true })).toMatchObject({
      kind: 'blocked',
      reason: 'Your last request is still on its way.',
    });
    const offline = { kind: 'offline', attempt: 1, nextAt: 0 } as const;
    expect(askView(sell, terms(), { ...around, connection: offline }).kind).toBe('blocked');
    const halted = anInstrument({ symbol: 'CA', status: 'HALTED' });
    expect(askView(sell, terms(), { ...around, instrument: halted })).toMatchObject({
      reason: 'CA is halted.',
    });
  });
});

describe('the ticket for a request', () => {
  beforeEach(() => localStorage.clear());

  it('asks everybody with a quantity and Enter', async () => {
    const { stage, user } = await anAskingTicket();
    expect(document.activeElement).toBe(screen.getByLabelText('Quantity'));
    await user.keyboard('2.5');
    expect(button().textContent).toBe('Ask to buy 2.5 XMR/USD');
    await user.keyboard('{Enter}{Enter}');
    expect(stage.commands()).toMatchObject([
      {
        command: {
          type: 'rfq.request',
          body: { side: 'BUY', quantity: '2.5', counterparties: [], lifeSeconds: 120, account: 'NORTH-1' },
        },
      },
    ]);
  });

  it('asks those who are chosen, for as long as is chosen, by keyboard alone', async () => {
    const { stage, user } = await anAskingTicket();
    await user.keyboard('1{Tab}{ArrowRight}');
    await user.keyboard(' ');
    await user.tab();
    await user.keyboard('{ArrowDown} ');
    await user.tab();
    await user.keyboard('{ArrowLeft} ');
    expect(screen.getByTestId('preview').textContent).toContain('Ask Bob Keller of Kestrel Capital');
    expect(screen.getByTestId('preview').textContent).toContain('open for 30 seconds.');
    await user.click(screen.getByLabelText('Quantity'));
    await user.keyboard('{Enter}');
    expect(stage.lastCommand().command.body).toMatchObject({ counterparties: ['bob'], lifeSeconds: 30 });
  });

  it('shows each step of the request as it happens', async () => {
    const { stage, user } = await anAskingTicket();
    await user.keyboard('2.5{Enter}');
    expect(steps()).toEqual(['Sent done', 'Received now', 'Open ahead', 'Traded ahead']);
    act(() => stage.batch({ inbox: [{ kind: 'rfq', view: aSentRfq() }] }));
    expect(steps().slice(2)).toEqual(['Open0 ms2 counterparties asked. done', 'TradedNo price yet. now']);
    act(() => stage.batch({ inbox: [{ kind: 'rfq', view: aSentRfq({ status: 'EXPIRED', version: 2 }) }] }));
    expect(steps()[3]).toBe('ExpiredNobody gave a price. failed');
  });

  it('says why nobody was asked', async () => {
    const { stage, user } = await anAskingTicket();
    await user.keyboard('2.5{Enter}');
    const refusal = { code: 'RATE_LIMITED', message: 'Too fast.', temporary: true };
    act(() =>
      stage.feed({ kind: 'outcome', id: stage.lastCommand().id, outcome: { kind: 'refused', refusal } }),
    );
    expect(steps()[0]).toBe('Not takenToo fast. failed');
  });

  it('shares instrument, side and quantity with the order', async () => {
    const { store, user } = await anAskingTicket();
    await user.keyboard('7');
    await user.click(screen.getByRole('radio', { name: 'Sell' }));
    await user.click(screen.getByRole('radio', { name: 'Order' }));
    expect(button().textContent).toBe('Sell 7 XMR/USD at market');
    await user.click(screen.getByRole('radio', { name: 'Request quotes' }));
    expect(button().textContent).toBe('Ask to sell 7 XMR/USD');
    act(() => store.getState().take('XMR-USD', 'BUY', '348.20' as never));
    expect(button().textContent).toBe('Buy 7 XMR/USD at 348.20');
  });
});
