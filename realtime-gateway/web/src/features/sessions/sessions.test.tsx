import type { SignIn } from '@ringside/client';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aScene } from '../../../test/support/scene.tsx';
import { type Stage, settle } from '../../../test/support/stage.ts';
import { clientName } from '../../data/sign-ins.ts';
import { Sessions } from './index.ts';

const HERE: SignIn = {
  id: 'here',
  current: true,
  signedInAt: '2026-11-21T08:00:00Z',
  expiresAt: '2026-11-21T20:00:00Z',
  lastUsedAt: '2026-11-21T11:59:30Z',
  address: '203.0.113.7',
  client: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  liveSockets: 1,
};
const PHONE: SignIn = {
  ...HERE,
  id: 'phone',
  current: false,
  lastUsedAt: '2026-11-21T11:20:00Z',
  address: '2001:db8::7',
  client: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1',
  liveSockets: 0,
};
const PROGRAM: SignIn = {
  ...PHONE,
  id: 'program',
  client: 'desk-tool/3.1',
  lastUsedAt: '2026-11-21T11:59:50Z',
};

async function opened(sessions: SignIn[], prepare?: (stage: Stage) => void) {
  const scene = await aScene(
    () => <Sessions leave={() => {}} />,
    stage => {
      stage.answers.set('/api/sessions', () => ({ sessions, unanswered: [] }));
      prepare?.(stage);
    },
  );
  const user = userEvent.setup();
  await screen.findByText(/Where you are signed in/, { selector: 'h2, p' });
  return { ...scene, user };
}

const lines = () => screen.getAllByTestId('sign-in').map(line => line.textContent);

describe('where one is signed in', () => {
  beforeEach(() => localStorage.clear());

  it('tells client, use and address of each sign-in, and which is this one', async () => {
    await opened([HERE, PHONE, PROGRAM]);
    expect(lines()).toEqual([
      'Firefox on LinuxConnected now · 203.0.113.7Since 08:00:00This one',
      'Safari on iPhoneLast used 40 min ago · 2001:db8::7Since 08:00:00Sign out',
      'desk-toolLast used just now · 2001:db8::7Since 08:00:00Sign out',
    ]);
  });

  it('signs one out and takes it from the list', async () => {
    const asked: string[] = [];
    const { user } = await opened([HERE, PHONE], stage =>
      stage.answers.set('/api/sessions/phone', path => asked.push(path)),
    );
    await user.click(screen.getByRole('button', { name: 'Sign out Safari on iPhone, 2001:db8::7' }));
    expect(asked).toEqual(['/api/sessions/phone']);
    expect(lines()).toHaveLength(1);
    expect(screen.getByText('You are signed in nowhere else.')).toBeTruthy();
  });

  it('signs out all others at once', async () => {
    const { user } = await opened([HERE, PHONE, PROGRAM], stage =>
      stage.answers.set('/api/sessions/sign-out-others', () => ({ signedOut: 2 })),
    );
    await user.click(screen.getByRole('button', { name: 'Sign out all others' }));
    expect(lines()).toEqual(['Firefox on LinuxConnected now · 203.0.113.7Since 08:00:00This one']);
  });

  it('keeps what could not be signed out, and says why', async () => {
    const { user } = await opened([HERE, PHONE]);
    await user.click(screen.getByRole('button', { name: /^Sign out Safari/ }));
    expect(screen.getByRole('alert').textContent).toBe('Not signed out: nobody answers /api/sessions/phone');
    expect(lines()).toHaveLength(2);
    expect(screen.getByRole('button', { name: /^Sign out Safari/ })).toHaveProperty('disabled', false);
  });

  it('waits for the answer before it can be pressed again', async () => {
    let answer: () => void = () => {};
    const { user } = await opened([HERE, PHONE], stage =>
      stage.answers.set('/api/sessions/phone', () => new Promise<void>(resolve => (answer = resolve))),
    );
    await user.click(screen.getByRole('button', { name: /^Sign out Safari/ }));
    expect(screen.getByText('Signing out')).toHaveProperty('disabled', true);
    await act(async () => {
      answer();
      await settle();
    });
    expect(lines()).toHaveLength(1);
  });

  it('says that it could not be read, and reads it again', async () => {
    const { user, stage } = await opened([], each => each.answers.delete('/api/sessions'));
    expect(screen.getByRole('alert').textContent).toContain('nobody answers /api/sessions');
    stage.answers.set('/api/sessions', () => ({ sessions: [HERE], unanswered: ['gateway-2'] }));
    await user.click(screen.getByRole('button', { name: 'Read again' }));
    expect(lines()).toHaveLength(1);
    expect(screen.getByText(/a connection may be missing: gateway-2/)).toBeTruthy();
  });

  it.each([
    [undefined, 'Unknown client'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0.0.0 Safari/537.36', 'Chrome on macOS'],
    ['Mozilla/5.0 (Linux; Android 16) Chrome/150.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
    ['Java-http-client/25.0.3', 'Java-http-client'],
  ])('calls %s %s', (client, name) => {
    expect(clientName(client)).toBe(name);
  });
});
