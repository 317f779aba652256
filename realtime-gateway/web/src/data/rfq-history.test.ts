import type { RfqView } from '@ringside/client';
import { describe, expect, it, vi } from 'vitest';
import { aReceivedRfq, aSentRfq } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';

/** A gateway that gives these requests two at a time, newest first. */
function archive(rfqs: RfqView[]) {
  return (path: string) => {
    const query = new URL(path, 'http://gateway').searchParams;
    const found = rfqs.filter(rfq => query.get('state') === 'all' || rfq.status === 'OPEN');
    const start = found.findIndex(rfq => rfq.rfqId === query.get('cursor')) + 1;
    const page = found.slice(start, start + 2);
    const more = start + 2 < found.length;
    return more ? { rfqs: page, nextCursor: page.at(-1)?.rfqId } : { rfqs: page };
  };
}

const statuses = (stage: Stage) =>
  Object.fromEntries(stage.floor.books.rfqs.list().map(row => [row.key, row.view.status]));
const reading = (stage: Stage) => stage.floor.state.getState().requests;

describe('requests that were made before', () => {
  it('are read with the connection: every open one, and the newest', async () => {
    const stage = new Stage();
    const open = ['a', 'b', 'c'].map(rfqId => aReceivedRfq({ rfqId }));
    stage.answers.set('/api/rfqs', archive([aSentRfq({ rfqId: 'e', status: 'EXPIRED' }), ...open]));
    await stage.live();
    expect(statuses(stage)).toEqual({ e: 'EXPIRED', a: 'OPEN', b: 'OPEN', c: 'OPEN' });
    expect(reading(stage)).toEqual({ kind: 'ready', at: stage.now });
    expect(stage.floor.state.getState().counterparties.get('bob')?.firmName).toBe('Kestrel Capital');
  });

  it('do not stay open when they ended while nobody was connected', async () => {
    const stage = new Stage();
    stage.answers.set('/api/rfqs', archive([aSentRfq({ rfqId: 'old' })]));
    await stage.live();
    const later = ['x', 'y', 'z'].map(rfqId => aSentRfq({ rfqId, status: 'CANCELLED' }));
    const ended = aSentRfq({ rfqId: 'old', status: 'EXPIRED', version: 2 });
    stage.answers.set('/api/rfqs', archive([...later, ended]));
    stage.feed({ kind: 'connection', state: { kind: 'reconnecting', attempt: 1, nextAt: 0, reason: '' } });
    await stage.live();
    expect(statuses(stage).old).toBe('EXPIRED');
  });

  it('say what failed, leave orders and positions alone, and are read again by themselves', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    try {
      const stage = new Stage();
      stage.answers.delete('/api/rfqs');
      await stage.live();
      expect(reading(stage)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('/api/rfqs') });
      expect(stage.floor.state.getState().snapshot.kind).toBe('ready');
      stage.answers.set('/api/rfqs', archive([aSentRfq()]));
      vi.advanceTimersByTime(5_000);
      await settle();
      expect(reading(stage).kind).toBe('ready');
    } finally {
      vi.useRealTimers();
    }
  });
});
