import { describe, expect, it } from 'vitest';
import { acknowledged, alerts, hear, ids, live, raised, refuse } from '../../test/support/alerts.ts';
import { aLimitAlert, anAlert } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';

describe('alerts', () => {
  it('are read with each connection and told by the channel, each once', async () => {
    const stage = new Stage();
    stage.answers.set('/api/alerts', () => ({
      alerts: [anAlert({ version: 2 }), anAlert({ alertId: 'a-2' })],
    }));
    await stage.live();
    hear(stage, raised('a-1'), raised('a-3'));
    expect(
      alerts(stage)
        .open.map(({ alertId, version }) => [alertId, version])
        .sort(),
    ).toEqual([
      ['a-1', 2],
      ['a-2', 1],
      ['a-3', 1],
    ]);
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
    hear(stage, raised('a-1'), raised('a-2'));
    stage.floor.alerts.acknowledge(['a-1', 'a-2']);
    refuse(stage, 'o-1', ['a-1']);
    hear(stage, acknowledged('o-1', 'a-2'));
    expect(alerts(stage)).toMatchObject({ open: [], fault: 'None.' });
    expect(stage.news).toEqual([]);
  });

  it('of a refusal that names none can be pressed again', async () => {
    const stage = await live();
    hear(stage, raised('a-1'), raised('a-2'));
    stage.floor.alerts.acknowledge(['a-1']);
    stage.floor.alerts.acknowledge(['a-2']);
    refuse(stage, 'o-1', []);
    expect([ids(stage).sort(), [...alerts(stage).sending]]).toEqual([['a-1', 'a-2'], ['a-2']]);
    expect(alerts(stage).fault).toBe('None.');
  });

  it('of another device are not those that were refused here', async () => {
    const stage = await live();
    hear(stage, raised('a-1'));
    stage.floor.alerts.acknowledge(['a-1']);
    refuse(stage, 'elsewhere', ['a-1']);
    expect([ids(stage), [...alerts(stage).sending], alerts(stage).fault]).toEqual([['a-1'], ['a-1'], null]);
  });

  it('can be pressed again when the refusal may be among what is lost', async () => {
    const stage = await live();
    hear(stage, raised('a-1'));
    stage.floor.alerts.acknowledge(['a-1']);
    stage.losesNotices();
    expect([ids(stage), [...alerts(stage).sending]]).toEqual([['a-1'], []]);
  });

  it('of a warning are told once, and what is replayed is no news', async () => {
    const stage = await live();
    const how = { mode: 'replay', position: { epoch: 'E', sequence: 2 }, count: 1 } as const;
    hear(stage, { kind: 'restored', how }, { kind: 'raised', alert: aLimitAlert() });
    expect(stage.news).toEqual([]);
    hear(stage, { kind: 'restored', how }, { kind: 'raised', alert: aLimitAlert() });
    const fresh = aLimitAlert({ alertId: 'a-3' });
    hear(stage, { kind: 'raised', alert: fresh }, raised('a-4'));
    expect(stage.news).toEqual([{ kind: 'warned', alert: fresh }]);
  });
});
