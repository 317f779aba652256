import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPrice, aSentRfq } from '../../../test/support/records.ts';
import { aPanel, press } from '../../../test/support/requests.tsx';

const bob = (price: string, version = 1) => aPrice(price, { version });
const carol = (price: string) => aPrice(price, { user: 'carol', firm: 'harbour', quoteId: 'q-2' });
const answers = () => screen.getAllByTestId('answer').map(answer => answer.dataset.user);

function refusal(commandId: string, rfqId: string, text: string) {
  const refused = { rfqId, commandId, account: 'NORTH-1', user: 'ann', reason: 'RFQ_ENDED', text, at: '' };
  return { inbox: [{ kind: 'rfq-refused' as const, refused }] };
}

describe('the requests', () => {
  beforeEach(() => localStorage.clear());

  it('say what to do when there are none', async () => {
    const { user, asked } = await aPanel();
    expect(screen.getByText('No open requests.')).toBeTruthy();
    await user.click(press(/Ask for a price/));
    expect(asked()).toBe(1);
  });

  it('say what could not be read, and read it again', async () => {
    const { stage, user } = await aPanel(stage => stage.answers.delete('/api/rfqs'));
    expect(screen.getByText(/Requests could not be read/)).toBeTruthy();
    stage.answers.set('/api/rfqs', () => ({ rfqs: [aSentRfq()] }));
    await user.click(press('Read again'));
    act(() => stage.frame());
    expect(screen.queryByText(/could not be read/)).toBeNull();
    expect(screen.getByText('Waiting for a price', { selector: '[data-user=bob] *' })).toBeTruthy();
  });
});

describe('a request of mine', () => {
  it('shows every answer with the best on top, and each says what its button does', async () => {
    const { told, later } = await aPanel();
    told(aSentRfq());
    expect(screen.getByText('2 asked, no price yet')).toBeTruthy();
    told(aSentRfq({ quotes: [bob('348.30'), carol('348.15')], version: 2 }));
    later(1_000);
    expect(answers()).toEqual(['carol', 'bob']);
    const [best] = screen.getAllByTestId('answer');
    expect(best?.textContent).toContain('Harbour Street Metals');
    expect(best?.textContent).toContain('Best');
    expect(best?.textContent).toContain('0.05 better');
    expect(press('Buy 2.5 at 348.15')).toBeTruthy();
    expect(screen.getByRole('timer').getAttribute('aria-label')).toBe('Ends in 1:59');
  });

  it('trades once, whatever is pressed while the outcome is open', async () => {
    const { deed, told, later, user, sent, stage } = await aPanel();
    told(aSentRfq({ quotes: [bob('348.20'), carol('348.30')], version: 2 }));
    later(1_000);
    await user.dblClick(press('Buy 2.5 at 348.20'));
    await user.click(press('Buy 2.5 at 348.30'));
    await user.click(press('Cancel request'));
    expect(sent()).toEqual(['rfq.accept']);
    expect(deed()).toBe(' Buying 2.5 XMR/USD at 348.20…');
    expect(press('Buy 2.5 at 348.20').getAttribute('aria-disabled')).toBe('true');
    act(() => stage.feed({ kind: 'unknown', id: stage.lastCommand().id, asked: 2 }));
    expect(deed()).toContain('asked 2 times');
    const quotes = [aPrice('348.20', { status: 'TRADED' }), carol('348.30')];
    told(aSentRfq({ status: 'TRADED', quotes, executionId: 'x', version: 3 }));
    expect(screen.getByText('You bought 2.5 XMR/USD from Kestrel Capital at 348.20.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Buy/ })).toBeNull();
  });

  it('does not take a press on a price that has just changed, and says so', async () => {
    const { deed, told, later, user, sent } = await aPanel();
    told(aSentRfq({ quotes: [bob('348.20')], version: 2 }));
    later(1_000);
    told(aSentRfq({ quotes: [bob('348.90', 2)], version: 3 }));
    await user.click(press('Buy 2.5 at 348.90'));
    expect(sent()).toEqual([]);
    expect(deed()).toContain('The price changed as you pressed');
    later(500);
    await user.click(press('Buy 2.5 at 348.90'));
    expect(sent()).toEqual(['rfq.accept']);
    expect(deed()).toContain('Buying');
  });

  it('says why an acceptance was refused, on its card', async () => {
    const { deed, told, later, user, stage } = await aPanel();
    told(aSentRfq({ quotes: [bob('348.20')], version: 2 }));
    later(1_000);
    await user.click(press('Buy 2.5 at 348.20'));
    act(() => stage.batch(refusal('o-1', 'r-1', 'Version 2 replaced it.')));
    expect(deed()).toBe(' Version 2 replaced it.');
    expect(press('Buy 2.5 at 348.20').getAttribute('aria-disabled')).toBe('false');
  });

  it('cannot be traded on without a connection or after its time, and says why', async () => {
    const { told, later, user, sent, stage } = await aPanel();
    told(aSentRfq({ quotes: [bob('348.20')], version: 2 }));
    later(1_000);
    act(() => stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: 0 } }));
    await user.click(press('Buy 2.5 at 348.20'));
    expect(screen.getByText(/Not connected: nothing can be sent/)).toBeTruthy();
    act(() =>
      stage.feed({
        kind: 'connection',
        state: { kind: 'live', session: 's', transport: 'socket', told: false, roundTripMs: 1 },
      }),
    );
    later(119_000);
    await user.click(press('Buy 2.5 at 348.20'));
    expect(screen.getByText(/Time is up/)).toBeTruthy();
    expect(sent()).toEqual([]);
    told(aSentRfq({ status: 'EXPIRED', quotes: [bob('348.20')], version: 3 }));
    expect(screen.getByText('Expired: buy 2.5 XMR/USD')).toBeTruthy();
  });

  it('keeps its answers in their places while somebody is in them', async () => {
    const { told, later } = await aPanel();
    told(aSentRfq({ quotes: [bob('348.20'), carol('348.30')], version: 2 }));
    later(1_000);
    act(() => press('Buy 2.5 at 348.30').focus());
    told(aSentRfq({ quotes: [bob('348.20'), carol('348.10')], version: 3 }));
    expect(answers()).toEqual(['bob', 'carol']);
    act(() => (document.activeElement as HTMLElement).blur());
    expect(answers()).toEqual(['carol', 'bob']);
  });
});
