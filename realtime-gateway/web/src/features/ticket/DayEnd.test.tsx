import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { anInstrument } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { settle } from '../../../test/support/stage.ts';
import { useFloorState } from '../floor/context.ts';
import { DayEnd } from './DayEnd.tsx';
import { validityOf } from './day-end.state.ts';

const NOON = Date.parse('2026-11-21T12:00:00Z');
const MINUTE_MS = 60_000;

describe('how long an order lives', () => {
  it.each([
    ['hours', '2026-11-21T14:31:00Z', 'quiet', 'Ends 14:31 UTC, in 2 h 31 min.'],
    ['minutes', '2026-11-21T12:59:59Z', 'quiet', 'Ends 12:59 UTC, in 59 min.'],
    ['a quarter of an hour', '2026-11-21T12:15:00Z', 'soon', 'Ends 12:15 UTC, in 15 min.'],
    ['seconds', '2026-11-21T12:00:30Z', 'soon', 'Ends 12:00 UTC, in less than a minute.'],
  ])('is told with its end when %s are left', (_, end, tone, text) => {
    expect(validityOf('DAY', end, NOON)).toEqual({ tone, text, over: false });
  });

  it('is told in local time with its zone', () => {
    vi.stubEnv('TZ', 'Asia/Tokyo');
    vi.resetModules();
    return import('./day-end.state.ts').then(({ validityOf: inTokyo }) => {
      const end = '2026-11-21T14:31:00Z';
      expect(inTokyo('DAY', end, NOON).text).toBe('Ends 23:31 Asia/Tokyo, in 2 h 31 min.');
      vi.unstubAllEnvs();
    });
  });

  it('is no matter of the day for an order that fills at once or not at all', () => {
    expect(validityOf('IOC', '2026-11-21T14:31:00Z', NOON).text).toBe('What does not fill at once expires.');
  });

  it('is asked for again when the day is over, and not again each second', async () => {
    const ends = ['2026-11-21T12:01:00Z', '2026-11-21T12:01:00Z', '2026-11-22T12:01:00Z'];
    let asked = 0;
    const { later } = await aScene(
      () => <Ticket />,
      stage =>
        stage.answers.set('/api/instruments', () => ({
          instruments: [anInstrument({ dayEndsAt: ends[asked++] as string })],
        })),
    );
    expect(screen.getByTestId('validity').textContent).toContain('in 1 min');
    expect(screen.getByTitle('The trading day ends at 12:01 UTC.')).toBeTruthy();
    later(MINUTE_MS);
    expect(screen.getByTestId('validity').textContent).toContain('This trading day is over');
    await act(settle);
    later(1_000);
    await act(settle);
    expect(asked).toBe(2);
    later(10_000);
    await act(settle);
    expect(asked).toBe(3);
    expect(screen.getByTestId('validity').textContent).toContain('in 23 h 59 min');
  });
});

function Ticket() {
  const instrument = useFloorState(state => state.instruments.get('XMR-USD'));
  return instrument ? <DayEnd instrument={instrument} timeInForce="DAY" /> : null;
}
