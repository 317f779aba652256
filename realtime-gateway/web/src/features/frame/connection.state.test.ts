import type { ConnectionState } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { connectionView } from './connection.state.ts';

describe('the connection', () => {
  it.each<[ConnectionState, string, string, boolean]>([
    [{ kind: 'connecting' }, 'wait', 'Connecting', false],
    [{ kind: 'live', session: 's', transport: 'socket', told: false, roundTripMs: 3 }, 'good', 'Live', false],
    [{ kind: 'reconnecting', attempt: 4, nextAt: 5_000, reason: 'r' }, 'wait', 'Reconnecting 4', true],
    [{ kind: 'offline', attempt: 1, nextAt: 0 }, 'bad', 'Offline', true],
    [{ kind: 'stopped', code: 4503, reason: 'forbidden' }, 'bad', 'Stopped', false],
    [{ kind: 'signed-out', reason: 'r' }, 'bad', 'Signed out', false],
  ])('%o is told by tone and word', (state, tone, word, canRetry) =>
    expect(connectionView(state, 0)).toMatchObject({ tone, word, canRetry }),
  );

  it('says what carries it only where that is no socket, and whose doing that is', () => {
    const live = { kind: 'live', session: 's', roundTripMs: 3 } as const;
    expect(connectionView({ ...live, transport: 'socket', told: true }, 0).via).toBeUndefined();
    expect(connectionView({ ...live, transport: 'poll', told: false }, 0)).toEqual({
      tone: 'good',
      word: 'Live',
      via: 'over polling',
      sentence: 'Prices and orders are live over polling: your network blocks WebSockets.',
      canRetry: false,
    });
    const told = connectionView({ ...live, transport: 'sse', told: true }, 0);
    expect(told.sentence).toBe(
      'Prices and orders are live over events: the operators of the floor chose so.',
    );
  });

  it('says when it tries again', () => {
    const state: ConnectionState = { kind: 'reconnecting', attempt: 1, nextAt: 5_000, reason: 'r' };
    expect(connectionView(state, 2_500).sentence).toContain('Next try in 3 s.');
    expect(connectionView(state, 6_000).sentence).toContain('Trying now.');
  });
});
