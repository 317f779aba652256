import type { Price } from '@ringside/client';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { anInstrument, aQuote } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { Quotes } from './index.ts';

const taken: unknown[] = [];
const chosen: string[] = [];

function prices() {
  return aScene(
    () => (
      <Quotes
        selected={null}
        select={id => chosen.push(id)}
        take={(instrument, side, price) => taken.push([instrument, side, price])}
      />
    ),
    stage =>
      stage.answers.set('/api/instruments', () => ({
        instruments: [
          anInstrument({ id: 'AAA', symbol: 'AAA' }),
          anInstrument({ priceTick: '0.01000' as Price }),
        ],
      })),
  );
}

const line = (id: string) => {
  const found = screen.getAllByTestId('quote').find(quote => quote.dataset.instrument === id);
  if (!found) throw new Error(`no line ${id}`);
  return found;
};

describe('prices', () => {
  beforeEach(() => {
    taken.length = 0;
    chosen.length = 0;
  });

  it('show those that have a price first, written by their tick', async () => {
    const { stage } = await prices();
    act(() => stage.batch({ quotes: [aQuote()] }));
    expect(screen.getAllByTestId('quote').map(quote => quote.dataset.instrument)).toEqual(['XMR-USD', 'AAA']);
    expect(line('XMR-USD').textContent).toContain('348.10');
    expect(line('XMR-USD').textContent).not.toContain('348.100');
  });

  it('go into the ticket with the side that the press means', async () => {
    const { stage } = await prices();
    act(() => stage.batch({ quotes: [aQuote()] }));
    const user = userEvent.setup();
    await user.click(within(line('XMR-USD')).getByLabelText('Sell at 348.10'));
    await user.click(within(line('XMR-USD')).getByLabelText('Buy at 348.20'));
    expect(taken).toEqual([
      ['XMR-USD', 'SELL', '348.10'],
      ['XMR-USD', 'BUY', '348.20'],
    ]);
    await user.click(within(line('AAA')).getByText('AAA'));
    expect(chosen).toEqual(['AAA']);
  });

  it('are marked with their age when they have been silent, and fresh again with the next one', async () => {
    const { stage, later } = await prices();
    act(() => stage.batch({ quotes: [aQuote()] }));
    expect(line('XMR-USD').dataset.stale).toBe('false');
    later(7_000);
    expect(line('XMR-USD').dataset.stale).toBe('true');
    expect(within(line('XMR-USD')).getByLabelText('stale').parentElement?.textContent).toContain('7 s');
    act(() => stage.batch({ quotes: [aQuote({ sequence: 2 })] }));
    expect(line('XMR-USD').dataset.stale).toBe('false');
  });

  it('are all marked when the connection is lost', async () => {
    const { stage } = await prices();
    act(() => stage.batch({ quotes: [aQuote()] }));
    act(() => {
      stage.feed({ kind: 'connection', state: { kind: 'reconnecting', attempt: 1, nextAt: 0, reason: '' } });
      stage.frame();
    });
    expect(line('XMR-USD').dataset.stale).toBe('true');
  });
});
