import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aLimitAlert, anAlert, anInstrument } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import type { Stage } from '../../../test/support/stage.ts';
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

const bell = () => screen.getByRole('button', { name: / notifications: / });

async function centre(user: ReturnType<typeof userEvent.setup>) {
  await user.click(bell());
  await waitFor(() => expect(screen.getByText('Notices')).toBeTruthy());
}

describe('the notification centre', () => {
  it('counts in the frame what waits and what is unread', async () => {
    const { stage } = await aFrame(anAlert(), aLimitAlert());
    act(() => stage.floor.notices.tell({ kind: 'settled-elsewhere', count: 1 }));
    expect(bell().getAttribute('aria-label')).toBe('3 notifications: 2 to acknowledge, 1 unread');
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

  it('says that it does not know what waits, and never that nothing does', async () => {
    const { user, stage } = await aFrame();
    stage.answers.set('/api/alerts', () => {
      throw new Error('The gateway cannot be reached.');
    });
    act(() => stage.feed({ kind: 'connection', state: { kind: 'connecting' } }));
    await act(() => stage.live());
    await centre(user);
    expect(
      screen.getByText('What waits for you could not be read. It is tried again by itself.'),
    ).toBeTruthy();
    act(() => stage.feed({ kind: 'connection', state: { kind: 'offline', attempt: 1, nextAt: 0 } }));
    expect(screen.getByText('There is no connection; what waits is not known.')).toBeTruthy();
    expect(screen.queryByText('Nothing waits for you.')).toBeNull();
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
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  const first = anAlert();
  const second = anAlert({ alertId: 'a-9', lastAt: '2026-11-21T12:00:09Z', text: 'Too dear.' });
  const banner = () => screen.getByRole('alert');
  const press = () => within(banner()).getByRole<HTMLButtonElement>('button', { name: /^Acknowledg/ });
  const passes = (ms: number) => act(() => vi.advanceTimersByTime(ms));
  const asked = (stage: Stage) =>
    stage.commands().map(message => message.kind === 'command' && message.command.body);
  const acknowledged = (stage: Stage, alertId: string) => {
    const outcome = { clientCommandId: 'o-1', user: 'ann', already: [], unacknowledged: 1, at: '' };
    const event = { kind: 'acknowledged' as const, acknowledged: { ...outcome, alertIds: [alertId] } };
    act(() => stage.batch({ alerts: [event] }));
  };

  it('stands above the floor until it is acknowledged, the newest first', async () => {
    const { stage } = await aFrame(first, second);
    expect(banner().textContent).toContain('Order rejected: XMR/USD');
    expect(banner().textContent).toContain('NORTH-1 · Too dear.');
    expect(within(banner()).getByRole('button', { name: '1 more' })).toBeTruthy();
    passes(500);
    fireEvent.click(press());
    expect([press().textContent, press().disabled]).toEqual(['Acknowledging…', true]);
    acknowledged(stage, 'a-9');
    expect(banner().textContent).toContain('above the limit for one order');
    acknowledged(stage, 'a-1');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(asked(stage)).toMatchObject([{ alertIds: ['a-9'] }]);
  });

  it('stays when a newer one comes, which is counted beside it', async () => {
    const { stage } = await aFrame(first);
    act(() => stage.batch({ alerts: [{ kind: 'raised', alert: second }] }));
    expect(banner().textContent).toContain('above the limit for one order');
    expect(within(banner()).getByRole('button', { name: '1 more' })).toBeTruthy();
    passes(500);
    fireEvent.click(press());
    expect(asked(stage)).toMatchObject([{ alertIds: ['a-1'] }]);
  });

  it('cannot be acknowledged before anybody can have seen it', async () => {
    const { stage } = await aFrame(first, second);
    passes(499);
    fireEvent.click(press());
    passes(1);
    expect([asked(stage), press().disabled]).toEqual([[], false]);
    const pressed = press();
    acknowledged(stage, 'a-9');
    fireEvent.click(pressed);
    fireEvent.click(press());
    passes(499);
    fireEvent.click(press());
    expect(asked(stage)).toEqual([]);
    passes(1);
    fireEvent.click(press());
    expect(asked(stage)).toMatchObject([{ alertIds: ['a-1'] }]);
  });

  it('is not what a warning is', async () => {
    await aFrame(aLimitAlert());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
