import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aFill } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { Toasts } from './index.ts';

const REFUSED = {
  clientOrderId: 'c-1',
  account: 'NORTH-1',
  user: 'ann',
  reason: 'TOO_LATE_TO_CANCEL',
  text: 'The order had ended before the cancel arrived.',
  at: '',
};

describe('notices on the screen', () => {
  it('tell a fill and a refusal, each once', async () => {
    const { stage } = await aScene(() => <Toasts />);
    act(() =>
      stage.batch({
        inbox: [
          { kind: 'order', order: aFill() },
          { kind: 'refused', refused: REFUSED },
        ],
      }),
    );
    const shown = (await screen.findAllByTestId('toast')).map(toast => toast.textContent);
    expect(shown).toEqual([
      'Buy 2.5 XMR/USD at 348.20Filled: 2.5 of 2.5, average 348.20.',
      'RefusedThe order had ended before the cancel arrived.',
    ]);
  });

  it('are put away by hand', async () => {
    const { stage } = await aScene(() => <Toasts />);
    act(() => stage.batch({ inbox: [{ kind: 'refused', refused: REFUSED }] }));
    await userEvent.setup().click(await screen.findByRole('button', { name: 'Put away' }));
    expect(screen.queryAllByTestId('toast')).toEqual([]);
  });
});
