import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { aLimitAlert, anAlert, anInstrument } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { AlertBanner, Notifications } from './index.ts';

async function aFrame(...alerts: ReturnType<typeof anAlert>[]) {
  const scene = await aScene(
    () => (
      <>
        <Notifications />
        <AlertBanner />
      </>
    ),
    stage => {
      stage.answers.set('/api/instruments', () => ({ instruments: [anInstrument()] }));
      stage.answers.set('/api/alerts', () => ({ alerts }));
    },
  );
  return { ...scene, user: userEvent.setup() };
}

const bell = () => screen.getByRole('button', { name: /^Notifications:/ });

async function centre(user: ReturnType<typeof userEvent.setup>) {
  await user.click(bell());
  await waitFor(() => expect(screen.getByText('Notices')).toBeTruthy());
}

describe('the notification centre', () => {
  it('counts in the frame what waits and what is unread', async () => {
    const { stage } = await aFrame(anAlert(), aLimitAlert());
    act(() => stage.floor.notices.tell({ kind: 'settled-elsewhere', count: 1 }));
    expect(bell().getAttribute('aria-label')).toBe('Notifications: 2 to acknowledge, 1 unread');
    expect(bell().textContent).toBe('3');
  });

  it('shows what waits, how often it came about, and takes one acknowledgement or all', async () => {
    const again = aLimitAlert({ count: 3, lastAt: '2026-11-21T12:00:05Z' });
    const { user, stage } = await aFrame(anAlert(), again);
    await centre(user);
    const cards = screen.getAllByTestId('alert').map(card => card.textContent);
    expect(cards[0]).toContain('Warning: Net position limit 75\u00a0% used: XMR/USD');
    expect(cards[0]).toContain('NORTH-1 · 3 times, last 12:00:05');
    expect(cards[1]).toContain('Critical: Order rejected: XMR/USD');
    await user.click(screen.getByRole('button', { name: 'Acknowledge: Order rejected: XMR/USD' }));
    await user.click(screen.getByRole('button', { name: 'Acknowledge all' }));
    const sent = stage.commands().map(message => message.kind === 'command' && message.command.body);
    expect(sent).toMatchObject([{ alertIds: ['a-1'] }, { alertIds: ['a-2'] }]);
  });

  it('keeps what was told, to be marked as read and cleared', async () => {
    const { user, stage } = await aFrame();
    act(() => stage.floor.notices.tell({ kind: 'settled-elsewhere', count: 2 }));
    await centre(user);
    expect(screen.getByText('Nothing waits for you.')).toBeTruthy();
    expect(screen.getByTestId('notice').textContent).toContain('Acknowledged on another device (unread)');
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    expect(screen.getByText('all read')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.queryAllByTestId('notice')).toEqual([]);
  });

  it('says why nothing can be acknowledged', async () => {
    const { user, stage } = await aFrame(anAlert());
    await centre(user);
    act(() => stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: 0 } }));
    expect(screen.getByText('There is no connection; they wait.')).toBeTruthy();
    for (const press of screen.getAllByRole('button', { name: /^Acknowledge/ })) {
      expect(press.hasAttribute('disabled')).toBe(true);
    }
  });
});

describe('a critical alert', () => {
  it('stands above the floor until it is acknowledged, the newest first', async () => {
    const first = anAlert();
    const second = anAlert({ alertId: 'a-9', lastAt: '2026-11-21T12:00:09Z', text: 'Too dear.' });
    const { user, stage } = await aFrame(first, second);
    const banner = screen.getByRole('alert');
    expect(banner.textContent).toContain('Order rejected: XMR/USD');
    expect(banner.textContent).toContain('NORTH-1 · Too dear.');
    expect(within(banner).getByRole('button', { name: '1 more' })).toBeTruthy();
    await user.click(within(banner).getByRole('button', { name: 'Acknowledge' }));
    expect(within(banner).getByRole('button', { name: 'Acknowledging…' }).hasAttribute('disabled')).toBe(
      true,
    );
    const outcome = { clientCommandId: 'o-1', user: 'ann', already: [], unacknowledged: 1, at: '' };
    act(() =>
      stage.batch({ alerts: [{ kind: 'acknowledged', acknowledged: { ...outcome, alertIds: ['a-9'] } }] }),
    );
    expect(screen.getByRole('alert').textContent).toContain('above the limit for one order');
    act(() =>
      stage.batch({ alerts: [{ kind: 'acknowledged', acknowledged: { ...outcome, alertIds: ['a-1'] } }] }),
    );
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not what a warning is', async () => {
    await aFrame(aLimitAlert());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
