import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { TopBar } from '../frame/index.ts';
import { byFirm } from './presence.state.ts';

const bar = () => <TopBar />;

describe('who is on the floor', () => {
  beforeEach(() => localStorage.clear());

  it('is counted in the frame and listed by firm, with word, message and since when', async () => {
    await aScene(bar);
    expect(screen.getByTitle('Who is on the floor: 2 here')).toBeTruthy();
    const kestrel = screen.getByRole('region', { name: 'Kestrel Capital', hidden: true });
    expect(within(kestrel).getByTestId('person-bob').textContent).toBe(
      'Bob KellerBusyclosing the monthfor 10 min',
    );
    expect(screen.getByTestId('person-carol').textContent).toBe('Carol NorthOfflineseen 2 h ago');
    expect(screen.getByTestId('person-ann').textContent).toBe('Ann Keller youActivefor 1 h');
  });

  it('changes as people come and go', async () => {
    const { stage } = await aScene(bar);
    const carol = PEOPLE.find(person => person.user === 'carol');
    if (!carol) throw new Error('Carol is not there');
    act(() => stage.batch({ people: [{ ...carol, status: 'AWAY', version: 9 }] }));
    expect(screen.getByTestId('person-carol').textContent).toContain('Away');
    expect(screen.getByTitle('Who is on the floor: 3 here')).toBeTruthy();
  });

  it('is not claimed to be known without a connection', async () => {
    const { stage } = await aScene(bar);
    act(() =>
      stage.feed({
        kind: 'connection',
        state: { kind: 'reconnecting', attempt: 1, nextAt: stage.now, reason: '' },
      }),
    );
    expect(screen.getByTitle('Who is on the floor: unknown')).toBeTruthy();
  });

  it('shows the own firm first, and within a firm whoever can be reached', () => {
    const [first] = PEOPLE;
    if (!first) throw new Error('nobody is there');
    const people = [
      { ...first, user: 'a', name: 'A', firm: 'x', firmName: 'Alpha', status: 'OFFLINE' as const },
      { ...first, user: 'b', name: 'B', firm: 'x', firmName: 'Alpha', status: 'ACTIVE' as const },
      { ...first, user: 'c', name: 'C', firm: 'y', firmName: 'Own', status: 'AWAY' as const },
    ];
    expect(byFirm(people, 'y').map(group => [group.firmName, group.people.map(({ user }) => user)])).toEqual([
      ['Own', ['c']],
      ['Alpha', ['b', 'a']],
    ]);
  });
});

describe('the status menu', () => {
  beforeEach(() => localStorage.clear());

  it('sends a status with its message and waits for its effect', async () => {
    const { stage } = await aScene(bar);
    fireEvent.change(screen.getByLabelText('Message for everybody'), { target: { value: 'pricing' } });
    await userEvent.setup().click(screen.getByLabelText(/Busy/));
    expect(stage.lastCommand().command).toMatchObject({
      type: 'presence.set',
      body: { status: 'BUSY', message: 'pricing' },
    });
    expect(screen.getByText('Saving…')).toBeTruthy();
    const chosen = {
      clientCommandId: 'o-1',
      user: 'ann',
      status: 'BUSY',
      message: 'pricing',
      version: 1,
      at: '',
    } as const;
    act(() => stage.batch({ inbox: [{ kind: 'presence-chosen', chosen }] }));
    expect(screen.queryByText('Saving…')).toBeNull();
    expect((screen.getByLabelText(/Busy/) as HTMLInputElement).checked).toBe(true);
  });

  it('says why a wish was not taken', async () => {
    const { stage } = await aScene(bar);
    await userEvent.setup().click(screen.getByLabelText('Appear offline'));
    const refusal = { code: 'UNAVAILABLE', message: 'The floor is not reachable.', temporary: true };
    act(() =>
      stage.feed({ kind: 'outcome', id: stage.lastCommand().id, outcome: { kind: 'refused', refusal } }),
    );
    expect(screen.getByRole('alert', { hidden: true }).textContent).toBe('The floor is not reachable.');
    expect((screen.getByLabelText(/Automatic/) as HTMLInputElement).checked).toBe(true);
  });
});

describe('input', () => {
  it('tells that somebody is there, at most once a second', async () => {
    const { stage } = await aScene(bar);
    const inputs = () => stage.sent.filter(message => message.kind === 'input').length;
    fireEvent.keyDown(window, { key: 'a' });
    fireEvent.pointerMove(window);
    expect(inputs()).toBe(1);
    stage.now += 1_000;
    fireEvent.pointerMove(window);
    expect(inputs()).toBe(2);
  });
});
