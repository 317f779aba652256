import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { aQuote } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { BANNER_AFTER_MS } from './connection.state.ts';
import { Banner, StatusLine, TopBar } from './index.ts';

const frame = () => (
  <>
    <TopBar />
    <Banner />
    <StatusLine />
  </>
);

describe('the frame', () => {
  beforeEach(() => localStorage.clear());

  it('names the floor, the person and the state of the connection', async () => {
    await aScene(frame);
    expect(screen.getByText('SIM')).toBeTruthy();
    expect(screen.getAllByText('Ann Keller').length).toBeGreaterThan(0);
    expect(screen.getByTestId('connection').textContent).toBe('Live3 ms');
  });

  it('says beside the connection what carries it, where that is no socket', async () => {
    const { stage } = await aScene(frame);
    const how = { session: 's', transport: 'poll', told: false, roundTripMs: 9 } as const;
    act(() => stage.feed({ kind: 'connection', state: { kind: 'live', ...how } }));
    expect(screen.getByTestId('connection').textContent).toBe('Liveover polling9 ms');
  });

  it('shows a banner when the connection has been missing for two seconds, and asks again on demand', async () => {
    const { stage, later } = await aScene(frame);
    const nextAt = stage.now + 9_000;
    act(() =>
      stage.feed({
        kind: 'connection',
        state: { kind: 'reconnecting', attempt: 1, nextAt, reason: 'restart' },
      }),
    );
    expect(screen.queryByText(/Connection lost/)).toBeNull();
    later(BANNER_AFTER_MS);
    expect(screen.getByText(/Connection lost \(restart\). Next try in 7 s./)).toBeTruthy();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Try now' }));
    expect(stage.sent.at(-1)).toEqual({ kind: 'wake' });
  });

  it('says which part could not be read and reads it again', async () => {
    const { stage } = await aScene(frame, stage => stage.answers.delete('/api/positions'));
    expect(screen.getByText(/could not be read/)).toBeTruthy();
    stage.answers.set('/api/positions', () => ({ positions: [] }));
    await userEvent.setup().click(screen.getByRole('button', { name: 'Read again' }));
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  it('tells the health of the feed in words', async () => {
    const { stage } = await aScene(frame);
    act(() => stage.batch({ quotes: [aQuote(), aQuote({ instrument: 'CA', stale: true })] }));
    expect(screen.getByText('test: 1 of 2 prices fresh')).toBeTruthy();
  });

  it('remembers theme and clock on this device', async () => {
    await aScene(frame);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'Light' }));
    await user.click(screen.getByLabelText('Blue up, orange down'));
    expect(JSON.parse(localStorage.getItem('ringside.preferences') ?? '{}')).toMatchObject({
      theme: 'light',
      palette: 'colour-blind',
      zone: 'UTC',
    });
  });

  it('opens from the menu where one is signed in', async () => {
    await aScene(frame, stage =>
      stage.answers.set('/api/sessions', () => ({ sessions: [], unanswered: [] })),
    );
    expect(screen.queryByRole('region', { name: 'Where you are signed in' })).toBeNull();
    await userEvent.setup().click(screen.getByRole('button', { name: 'Where you are signed in' }));
    expect(await screen.findByText('You are signed in nowhere else.')).toBeTruthy();
  });

  it('signs out', async () => {
    const { desk } = await aScene(frame);
    await userEvent.setup().click(screen.getByText('Sign out'));
    expect(desk.signedOut).toBe(1);
  });
});
