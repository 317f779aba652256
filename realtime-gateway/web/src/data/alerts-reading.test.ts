import type { AlertEvent } from '@ringside/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { acknowledged, alerts, hear, ids, live, raised } from '../../test/support/alerts.ts';
import { anAlert } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';

const GAP: AlertEvent = {
  kind: 'restored',
  how: {
    mode: 'gap',
    position: { epoch: 'E', sequence: 9 },
    count: 0,
    firstAvailable: 10,
    reason: 'evicted',
  },
};

describe('alerts that cannot be read', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  async function away() {
    const stage = new Stage();
    const times = { asked: 0 };
    stage.answers.set('/api/alerts', () => {
      times.asked += 1;
      throw new Error('The gateway cannot be reached.');
    });
    await stage.live();
    return { stage, times };
  }

  it('are tried again until they are, and are not taken for none', async () => {
    const { stage } = await away();
    expect(alerts(stage)).toMatchObject({ open: [], reading: 'failed' });
    stage.answers.set('/api/alerts', () => ({ alerts: [anAlert()] }));
    await vi.advanceTimersByTimeAsync(5_000);
    expect([ids(stage), alerts(stage).reading]).toEqual([['a-1'], 'ready']);
  });

  it('wait for the next connection once this one is gone', async () => {
    const { stage, times } = await away();
    stage.feed({ kind: 'connection', state: { kind: 'connecting' } });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(times.asked).toBe(1);
    await stage.live();
    expect(times.asked).toBe(2);
  });
});

describe('alerts', () => {
  it('that a gap hides are read again: what is settled goes, what came meanwhile stays', async () => {
    const stage = await live();
    hear(stage, raised('gone'), raised('kept'));
    let give: (page: unknown) => void = () => {};
    const late = new Promise(resolve => {
      give = resolve;
    });
    stage.answers.set('/api/alerts', () => late);
    hear(stage, GAP, raised('new'), acknowledged('elsewhere', 'late'));
    give({ alerts: [anAlert({ alertId: 'kept' }), anAlert({ alertId: 'late' })] });
    await settle();
    expect(ids(stage).sort()).toEqual(['kept', 'new']);
  });
});
