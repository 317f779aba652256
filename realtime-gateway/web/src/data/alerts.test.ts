import type { AlertEvent, AlertsAcknowledged } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { aLimitAlert, anAlert } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';

async function live(): Promise<Stage> {
  const stage = new Stage();
  await stage.live();
  return stage;
}

function alerts(stage: Stage) {
  return stage.floor.alerts.state.getState();
}

function ids(stage: Stage): string[] {
  return alerts(stage).open.map(alert => alert.alertId);
}

function hear(stage: Stage, ...events: AlertEvent[]): void {
  stage.batch({ alerts: events });
}

const raised = (alertId: string, version = 1): AlertEvent => ({
  kind: 'raised',
  alert: anAlert({ alertId, version }),
});

function acknowledged(clientCommandId: string, ...alertIds: string[]): AlertEvent {
  const told: AlertsAcknowledged = {
    clientCommandId,
    user: 'ann',
    alertIds,
    already: [],
    unacknowledged: 0,
    at: '2026-11-21T12:00:01Z',
  };
  return { kind: 'acknowledged', acknowledged: told };
}

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

describe('alerts', () => {
  it('are read with each connection and told by the channel, each once', async () => {
    const stage = new Stage();
    stage.answers.set('/api/alerts', () => ({ alerts: [anAlert()] }));
    await stage.live();
    hear(stage, raised('a-1'), raised('a-2'));
    expect(ids(stage).sort()).toEqual(['a-1', 'a-2']);
  });

  it('that come about again are renewed in place, the last first', async () => {
    const stage = await live();
    hear(stage, { kind: 'raised', alert: aLimitAlert() }, raised('a-1'));
    const again = aLimitAlert({ version: 2, count: 2, lastAt: '2026-11-21T12:00:09Z' });
    hear(stage, { kind: 'repeated', alert: again }, { kind: 'raised', alert: aLimitAlert() });
    expect(alerts(stage).open[0]).toEqual(again);
    expect(ids(stage)).toEqual(['a-2', 'a-1']);
  });

  it('go when this device acknowledged them, without a word', async () => {
    const stage = await live();
    hear(stage, raised('a-1'));
    stage.floor.alerts.acknowledge(['a-1']);
    stage.floor.alerts.acknowledge(['a-1']);
    expect(stage.commands()).toHaveLength(1);
    expect(stage.lastCommand().command).toEqual({
      type: 'alert.acknowledge',
      body: { clientCommandId: 'o-1', alertIds: ['a-1'] },
    });
    expect([...alerts(stage).sending]).toEqual(['a-1']);
    hear(stage, acknowledged('o-1', 'a-1'));
    expect(ids(stage)).toEqual([]);
    expect(stage.news).toEqual([]);
  });

  it('go when another device acknowledged them, and it is said', async () => {
    const stage = await live();
    hear(stage, raised('a-1'), acknowledged('elsewhere', 'a-1'));
    expect(ids(stage)).toEqual([]);
    expect(stage.news).toEqual([{ kind: 'settled-elsewhere', count: 1 }]);
  });

  it('of more than one command takes are acknowledged by several', async () => {
    const stage = await live();
    const many = Array.from({ length: 150 }, (_, n) => `a-${n}`);
    hear(stage, ...many.map(id => raised(id)));
    stage.floor.alerts.acknowledge(many);
    expect(stage.commands()).toHaveLength(2);
  });

  it('stay when acknowledging came to nothing, and it is said why', async () => {
    const stage = await live();
    hear(stage, raised('a-1'));
    stage.floor.alerts.acknowledge(['a-1']);
    const refusal = { code: 'RATE_LIMITED', message: 'Too many commands.', temporary: true };
    stage.feed({ kind: 'outcome', id: stage.lastCommand().id, outcome: { kind: 'refused', refusal } });
    expect(alerts(stage)).toMatchObject({ fault: 'Too many commands.' });
    expect([...alerts(stage).sending]).toEqual([]);
    expect(ids(stage)).toEqual(['a-1']);
  });

  it('that are none are taken away', async () => {
    const stage = await live();
    hear(stage, raised('a-1'));
    const refused = { commandId: 'o-1', user: 'ann', alertIds: ['a-1'], reason: '', text: 'None.', at: '' };
    stage.batch({ inbox: [{ kind: 'alert-refused', refused }] });
    expect(alerts(stage)).toMatchObject({ open: [], fault: 'None.' });
  });

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

  it('of a warning are told once, and what is replayed is no news', async () => {
    const stage = await live();
    const how = { mode: 'replay', position: { epoch: 'E', sequence: 2 }, count: 1 } as const;
    hear(stage, { kind: 'restored', how }, { kind: 'raised', alert: aLimitAlert() });
    expect(stage.news).toEqual([]);
    const fresh = aLimitAlert({ alertId: 'a-3' });
    hear(stage, { kind: 'raised', alert: fresh }, raised('a-4'));
    expect(stage.news).toEqual([{ kind: 'warned', alert: fresh }]);
  });
});

describe('what was told', () => {
  it('is kept until it is cleared, and counts as unread until it is read', async () => {
    const stage = await live();
    const { notices, state } = stage.floor;
    notices.tell({ kind: 'settled-elsewhere', count: 1 });
    stage.now += 5;
    notices.tell({ kind: 'settled-elsewhere', count: 2 });
    const kept = () => state.getState().notices.map(({ news, read }) => [news, read]);
    expect(kept()).toEqual([
      [{ kind: 'settled-elsewhere', count: 2 }, false],
      [{ kind: 'settled-elsewhere', count: 1 }, false],
    ]);
    notices.dismiss(1);
    notices.markAllRead();
    expect(kept().map(([, read]) => read)).toEqual([true, true]);
    notices.clear();
    expect(kept()).toEqual([]);
  });
});
