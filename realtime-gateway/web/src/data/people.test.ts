import { describe, expect, it } from 'vitest';
import { PEOPLE } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';

async function live(): Promise<Stage> {
  const stage = new Stage();
  await stage.live();
  return stage;
}

function own(stage: Stage) {
  return stage.floor.people.own.getState();
}

function chosen(stage: Stage, clientCommandId: string, version: number) {
  const notice = {
    clientCommandId,
    user: 'ann',
    status: 'BUSY',
    message: 'in a call',
    version,
    at: '',
  } as const;
  stage.batch({ inbox: [{ kind: 'presence-chosen', chosen: notice }] });
}

describe('people', () => {
  it('are read with each connection and change by version, whichever way it came', async () => {
    const stage = await live();
    const { rows } = stage.floor.people;
    expect(rows.list().map(person => person.user)).toEqual(['carol', 'bob', 'ann']);
    const [carol] = PEOPLE;
    if (!carol) throw new Error('nobody is there');
    stage.batch({ people: [{ ...carol, status: 'ACTIVE', version: 5 }] });
    stage.batch({ people: [{ ...carol, status: 'AWAY', version: 4 }] });
    expect(rows.get('carol')?.status).toBe('ACTIVE');
    stage.feed({ kind: 'connection', state: { kind: 'reconnecting', attempt: 1, nextAt: 0, reason: '' } });
    await stage.live();
    expect(rows.get('carol')?.status).toBe('ACTIVE');
  });

  it('can be told how one wants to be seen, once at a time', async () => {
    const stage = await live();
    stage.floor.people.wish('BUSY', '  in a call ');
    stage.floor.people.wish('AWAY', '');
    expect(stage.commands()).toHaveLength(1);
    expect(stage.lastCommand().command).toEqual({
      type: 'presence.set',
      body: { clientCommandId: 'o-1', status: 'BUSY', message: 'in a call' },
    });
    chosen(stage, 'o-1', 1);
    expect(own(stage)).toEqual({
      chosen: { status: 'BUSY', message: 'in a call', version: 1 },
      wish: { kind: 'none' },
    });
  });

  it('follow what another device chose, and nothing older', async () => {
    const stage = await live();
    chosen(stage, 'elsewhere', 3);
    chosen(stage, 'elsewhere', 2);
    expect(own(stage).chosen?.version).toBe(3);
  });

  it('say why a wish was not taken, and take the next', async () => {
    const stage = await live();
    stage.floor.people.wish('BUSY', '');
    const refusal = { code: 'RATE_LIMITED', message: 'Too many commands.', temporary: true };
    stage.feed({ kind: 'outcome', id: stage.lastCommand().id, outcome: { kind: 'refused', refusal } });
    expect(own(stage).wish).toEqual({ kind: 'refused', reason: 'Too many commands.' });
    stage.floor.people.wish('AWAY', '');
    expect(stage.commands()).toHaveLength(2);
    stage.feed({ kind: 'unknown', id: stage.lastCommand().id, asked: 2 });
    expect(own(stage).wish).toMatchObject({ kind: 'sending', asked: 2 });
    const refused = { commandId: 'o-2', user: 'ann', reason: 'MALFORMED', text: 'No.', at: '' };
    stage.batch({ inbox: [{ kind: 'presence-refused', refused }] });
    expect(own(stage).wish).toEqual({ kind: 'refused', reason: 'No.' });
  });

  it('stay what they were when they cannot be read', async () => {
    const stage = new Stage();
    stage.answers.delete('/api/presence');
    await stage.live();
    await settle();
    expect(own(stage).chosen).toBeNull();
    expect(stage.floor.state.getState().snapshot.kind).toBe('ready');
  });
});
