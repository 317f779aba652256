import type { SystemNotification } from '@ringside/client';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aScene } from '../../../test/support/scene.tsx';
import { SystemBanner } from './index.ts';
import { systemShown, untilText, withDismissed } from './system.state.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');

function aNotice(change: Partial<SystemNotification> = {}): SystemNotification {
  return {
    notificationId: 'n-1',
    severity: 'WARNING',
    text: 'The floor restarts at 18:30 UTC.',
    from: '2026-11-21T11:00:00Z',
    version: 1,
    at: '2026-11-21T11:00:00Z',
    ...change,
  };
}

const banner = () => screen.queryByTestId('system-banner');

describe('what an operator tells', () => {
  beforeEach(() => localStorage.clear());

  it('is shown with its end, and goes when it is withdrawn', async () => {
    const { stage } = await aScene(() => <SystemBanner />);
    expect(banner()).toBeNull();
    act(() => stage.batch({ system: [aNotice({ until: '2026-11-21T18:30:00Z' })] }));
    expect(banner()?.textContent).toBe('The floor restarts at 18:30 UTC.until 18:30:00 UTC');
    expect(screen.getByRole('status')).toBe(banner());
    act(() => stage.batch({ system: null }));
    expect(banner()).toBeTruthy();
    act(() => stage.batch({ system: [] }));
    expect(banner()).toBeNull();
  });

  it('goes at its end, also while nobody can tell so', async () => {
    const { stage, later } = await aScene(() => <SystemBanner />);
    act(() => stage.batch({ system: [aNotice({ until: '2026-11-21T12:00:05Z' })] }));
    later(4_999);
    expect(banner()).toBeTruthy();
    later(1);
    expect(banner()).toBeNull();
  });

  it('can be put away one by one, the gravest first, and stays away on this device', async () => {
    const { stage } = await aScene(() => <SystemBanner />);
    const system = [
      aNotice(),
      aNotice({ notificationId: 'n-2', severity: 'CRITICAL', text: 'Trading stops at once.' }),
    ];
    act(() => stage.batch({ system }));
    expect(screen.getByRole('alert').textContent).toBe('Trading stops at once.1 more');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Put this notice away' }));
    expect(screen.getByRole('status').textContent).toBe('The floor restarts at 18:30 UTC.');
    await user.click(screen.getByRole('button', { name: 'Put this notice away' }));
    expect(banner()).toBeNull();
    act(() => stage.batch({ system: [...system] }));
    expect(banner()).toBeNull();
    expect(JSON.parse(localStorage.getItem('ringside.preferences') ?? '{}')).toMatchObject({
      dismissed: ['n-2', 'n-1'],
    });
  });

  it('names the day when it ends on another one, and nothing when it has no end', () => {
    const tomorrow = aNotice({ until: '2026-11-22T06:00:00Z' });
    expect(untilText(tomorrow, NOON, 'UTC')).toMatch(/^until .*22.* UTC$/);
    expect(untilText(aNotice(), NOON, 'UTC')).toBeNull();
  });

  it('is shown earliest first among equals, and what was put away long ago is forgotten', () => {
    const system = [aNotice({ notificationId: 'a' }), aNotice({ notificationId: 'b' })];
    expect(systemShown(system, [], NOON)).toEqual({ shown: system[0], more: 1 });
    const many = Array.from({ length: 60 }, (_, i) => `n-${i}`);
    const kept = many.reduce<readonly string[]>(withDismissed, []);
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([50, 'n-10', 'n-59']);
  });
});
