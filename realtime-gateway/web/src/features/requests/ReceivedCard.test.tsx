import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anAnswer, aPrice, aQuote, aReceivedRfq, PEOPLE } from '../../../test/support/records.ts';
import { aPanel, press } from '../../../test/support/requests.tsx';

describe('a request that I receive', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>('Price');

  it('proposes the side of the market where I would wait, and sends what its button says', async () => {
    const { deed, told, user, stage } = await aPanel();
    told(aReceivedRfq());
    expect(screen.getByText(/to Kestrel Capital · Bob Keller/)).toBeTruthy();
    expect(field().value).toBe('348.20');
    expect(screen.getByText('at the offer')).toBeTruthy();
    await user.click(field());
    await user.keyboard('{ArrowUp}{Enter}');
    expect(stage.lastCommand().command).toMatchObject({
      type: 'rfq.quote',
      body: { rfqId: 'r-2', account: 'NORTH-1', side: 'SELL', price: '348.21' },
    });
    expect(deed()).toBe(' Quoting 348.21…');
  });

  it('shows whether its asker is there', async () => {
    const { told, stage } = await aPanel();
    told(aReceivedRfq());
    expect(screen.getByTitle('Busy')).toBeTruthy();
    const bob = PEOPLE.filter(person => person.user === 'bob');
    act(() => stage.batch({ people: bob.map(person => ({ ...person, status: 'OFFLINE', version: 9 })) }));
    expect(screen.getByTitle('Offline')).toBeTruthy();
  });

  it('shows the price that stands, and improves it', async () => {
    const { told, user, sent } = await aPanel();
    told(aReceivedRfq());
    told(aReceivedRfq({ quotes: [aPrice('348.20', { user: 'ann' })], account: 'NORTH-1', version: 2 }));
    expect(screen.getByTestId('standing').textContent).toContain('348.20');
    await user.click(press('348.20 stands'));
    expect(sent()).toEqual([]);
    await user.clear(field());
    await user.type(field(), '348.15');
    await user.click(press('Update to 348.15'));
    expect(sent()).toEqual(['rfq.quote']);
    expect(press('Take back')).toBeTruthy();
  });

  it('keeps what was typed while the market moves', async () => {
    const { told, user, stage } = await aPanel();
    told(aReceivedRfq());
    await user.clear(field());
    await user.type(field(), '350');
    act(() => stage.batch({ quotes: [aQuote({ ask: '349.00' as never, sequence: 2 })] }));
    expect(field().value).toBe('350');
    await user.click(press(/Ask 349.00 into your price/));
    expect(field().value).toBe('349.00');
  });

  it('is passed on, and may be answered after all', async () => {
    const { told, user, sent } = await aPanel();
    told(aReceivedRfq());
    await user.click(press('Pass'));
    expect(sent()).toEqual(['rfq.pass']);
    told(aReceivedRfq({ quotes: [anAnswer({ user: 'ann', status: 'PASSED' })], version: 2 }));
    expect(screen.getByText('You passed on Kestrel Capital.')).toBeTruthy();
    await user.click(press('Quote after all'));
    await user.click(press('Quote 348.20'));
    expect(sent()).toEqual(['rfq.pass', 'rfq.quote']);
  });

  it('takes the cursor into its price, all of it selected', async () => {
    const { told, store, user } = await aPanel();
    told(aReceivedRfq());
    act(() => store.getState().answer('r-2'));
    expect(document.activeElement).toBe(field());
    await user.keyboard('9');
    expect(field().value).toBe('9');
  });

  it('takes the cursor also when it comes into sight with the wish', async () => {
    const { told, store, user } = await aPanel();
    act(() => store.getState().answer('r-2'));
    told(aReceivedRfq());
    await user.keyboard('9');
    expect(field().value).toBe('9');
  });

  it('tells how it ended, and the keyboard goes on from there', async () => {
    const { told } = await aPanel();
    told(aReceivedRfq({ quotes: [aPrice('348.20', { user: 'ann' })] }));
    act(() => field().focus());
    const quotes = [aPrice('348.20', { user: 'ann', status: 'DONE_AWAY' })];
    told(aReceivedRfq({ status: 'TRADED', quotes, version: 2 }));
    const [request] = screen.getAllByTestId('request');
    expect(within(request as HTMLElement).getByText('Done away: sell 2.5 XMR/USD')).toBeTruthy();
    expect(document.activeElement).toBe(request);
  });
});
