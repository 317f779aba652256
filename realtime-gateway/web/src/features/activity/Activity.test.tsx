import type { ActivityEntry } from '@ringside/client';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aLine } from '../../../test/support/activity.ts';
import { layOut } from '../../../test/support/blotter.tsx';
import { aFill, anOrderState, aSentRfq } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { Activity } from './Activity.tsx';
import { ALL, RFQS } from './views.ts';

const LINES: ActivityEntry[] = [
  aLine({
    kind: 'TRANSACTION',
    id: 'x-1',
    price: '348.20' as never,
    side: 'SELL',
    status: 'TRADED',
    counterparty: 'kestrel',
  }),
  aLine({ kind: 'TRANSACTION', id: 'x-0', status: 'TRADED' }),
  aLine({ kind: 'RFQ_SENT', id: 'r-1', firmsAsked: 3, status: 'OPEN' }),
  aLine({ kind: 'RFQ_RECEIVED', id: 'r-2', status: 'REQUESTED', counterparty: 'acorn' }),
  aLine({ id: 'o-2', status: 'PARTIALLY_FILLED', price: '1348.2050' as never }),
];

/** The table on a floor whose gateway answers so. */
async function aTable(answer: (query: URLSearchParams) => unknown = () => ({ entries: LINES }), view = ALL) {
  const asked: URLSearchParams[] = [];
  const scene = await aScene(
    () => <Activity view={view} />,
    stage =>
      stage.answers.set('/api/activity', path => {
        const query = new URLSearchParams(path.split('?')[1]);
        asked.push(query);
        return answer(query);
      }),
  );
  await waitFor(() => expect(asked.length).toBeGreaterThan(0));
  return { ...scene, asked, user: userEvent.setup() };
}

const shown = () => screen.getAllByTestId('activity').map(row => row.dataset.id);
const rows = () => screen.findAllByTestId('activity');
const words = (row: HTMLElement | undefined) =>
  within(row as HTMLElement)
    .getAllByRole('gridcell')
    .map(cell => cell.textContent);

describe('the activity table', () => {
  beforeEach(layOut);
  afterEach(() => vi.restoreAllMocks());

  it('says everything in words, with figures as the instrument has them', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_400);
    await aTable();
    const lines = (await rows()).map(words);
    const time = '12:00:00';
    expect(lines).toEqual([
      [time, 'Trade', 'XMR/USD', 'Sell', '2.5', '348.20', 'Kestrel Capital', 'Traded', '–', '–'],
      [time, 'Trade', 'XMR/USD', 'Buy', '2.5', '–', 'Venue', 'Traded', '–', '–'],
      [time, 'RFQ sent', 'XMR/USD', 'Buy', '2.5', '–', '3 firms', 'Waiting', '–', '–'],
      [time, 'RFQ received', 'XMR/USD', 'Buy', '2.5', '–', 'acorn', 'To answer', '–', '–'],
      [time, 'Order', 'XMR/USD', 'Buy', '2.5', '1,348.205', '–', 'Part filled', '–', '–'],
    ]);
  });

  it('asks the gateway for another order, and remembers it for the next visit', async () => {
    const { asked, user } = await aTable();
    await rows();
    await user.click(screen.getByRole('button', { name: 'Price' }));
    await waitFor(() => expect(asked.at(-1)?.get('sort')).toBe('price'));
    expect(asked.at(-1)?.get('direction')).toBe('desc');
    const next = await aTable();
    await waitFor(() => expect(next.asked[0]?.get('sort')).toBe('price'));
  });

  it('shows what happens as it happens', async () => {
    const { stage } = await aTable();
    await rows();
    const order = anOrderState({ orderId: 'new', at: '2026-11-21T12:00:01Z' });
    act(() => stage.batch({ inbox: [{ kind: 'order', order }] }));
    await waitFor(() => expect(shown()).toEqual(['new', ...LINES.map(line => line.id)]));
  });

  it('tells what becomes of a row that keeps its place under the pointer', async () => {
    const { stage, user } = await aTable();
    await rows();
    await user.hover(screen.getByRole('grid'));
    const order = aFill({ orderId: 'o-2', version: 5, at: '2026-11-21T12:00:01Z' });
    act(() => stage.batch({ inbox: [{ kind: 'order', order }] }));
    await waitFor(() => expect(words(screen.getAllByTestId('activity').at(-1))).toContain('Filled'));
    expect(shown()).toEqual(LINES.map(line => line.id));
    await user.unhover(screen.getByRole('grid'));
    expect(shown()[0]).toBe('o-2');
  });

  it('tells what becomes of a row that leaves the filter under the pointer', async () => {
    const { stage, user } = await aTable(query => ({
      entries: query.has('status') ? LINES.slice(4) : LINES,
    }));
    await rows();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Pending');
    await waitFor(() => expect(shown()).toEqual(['o-2']));
    await user.hover(screen.getByRole('grid'));
    act(() => stage.batch({ inbox: [{ kind: 'order', order: aFill({ orderId: 'o-2', version: 5 }) }] }));
    await waitFor(() => expect(words(screen.getAllByTestId('activity')[0])).toContain('Filled'));
    await user.unhover(screen.getByRole('grid'));
    expect(screen.queryByTestId('activity')).toBeNull();
  });

  it('shows in another order what the gateway does not tell of yet', async () => {
    const { stage, asked, user } = await aTable();
    await rows();
    const fill = (id: string, version: number) =>
      aFill({ orderId: 'o-2', version, lastExecutionId: id, at: '2026-11-21T12:00:01Z' });
    act(() =>
      stage.batch({
        inbox: [
          { kind: 'order', order: fill('x-8', 5) },
          { kind: 'order', order: fill('x-9', 6) },
        ],
      }),
    );
    await waitFor(() => expect(shown()).toContain('x-9'));
    await user.click(screen.getByRole('button', { name: 'Product' }));
    await waitFor(() => expect(asked.at(-1)?.get('sort')).toBe('product'));
    await waitFor(() => expect(screen.getByTestId('activity-body').getAttribute('aria-busy')).toBe('false'));
    expect(shown().toSorted()).toEqual([...LINES.map(line => line.id), 'x-8', 'x-9'].toSorted());
    expect(screen.getAllByTestId('activity').find(row => row.dataset.id === 'o-2')?.dataset.status).toBe(
      'FILLED',
    );
  });

  it('shows of what happens only what it is about', async () => {
    const { stage, asked } = await aTable(() => ({ entries: [] }), RFQS);
    expect(asked[0]?.get('kind')).toBe('RFQ_SENT,RFQ_RECEIVED');
    act(() =>
      stage.batch({
        inbox: [
          { kind: 'order', order: anOrderState() },
          { kind: 'rfq', view: aSentRfq() },
        ],
      }),
    );
    await waitFor(() => expect(shown()).toEqual(['r-1']));
  });

  it('is filtered by the gateway, says when nothing fits, and leads back', async () => {
    const { asked, user } = await aTable(query => ({ entries: query.has('side') ? [] : LINES }));
    await rows();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Direction' }), 'Sell');
    await screen.findByText('No entry fits the filter.');
    expect(asked.at(-1)?.get('side')).toBe('SELL');
    const [, lead] = screen.getAllByRole('button', { name: 'Show everything' });
    await user.click(lead as HTMLElement);
    await waitFor(() => expect(shown()).toHaveLength(LINES.length));
  });

  it('says what it is when there is nothing', async () => {
    await aTable(() => ({ entries: [] }));
    expect(await screen.findByText('Nothing has happened yet.')).toBeTruthy();
  });

  it('says why it could not be read and what still works, and reads when asked', async () => {
    let away = true;
    const { user } = await aTable(() => {
      if (away) throw new Error('The gateway cannot be reached.');
      return { entries: LINES };
    });
    expect(await screen.findByText(/cannot be reached.*the ticket are not affected/)).toBeTruthy();
    away = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(LINES.length);
  });

  it('says since when it may lack something, and how old it is once the connection is gone', async () => {
    let away = false;
    const { stage } = await aTable(() => {
      if (away) throw new Error('The gateway cannot be reached.');
      return { entries: LINES };
    });
    await rows();
    stage.now += 60_000;
    away = true;
    await act(() => stage.floor.load());
    const fault = await screen.findByText('incomplete since 12:00:00');
    expect(fault.title).toBe('The gateway cannot be reached.');
    act(() => stage.feed({ kind: 'connection', state: { kind: 'connecting' } }));
    expect(screen.getByText('as of 12:00:00')).toBeTruthy();
  });

  it('tells how old it is without a connection', async () => {
    const { stage } = await aTable();
    await rows();
    act(() => stage.feed({ kind: 'connection', state: { kind: 'connecting' } }));
    expect(screen.getByText('as of 12:00:00')).toBeTruthy();
  });
});
