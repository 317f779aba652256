import type { Price, RfqView } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anAnswer, aPrice, aReceivedRfq, aSentRfq } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';

async function aStage(...views: RfqView[]) {
  const stage = new Stage();
  await stage.live();
  told(stage, ...views);
  return stage;
}

function told(stage: Stage, ...views: RfqView[]) {
  stage.batch({ inbox: views.map(view => ({ kind: 'rfq' as const, view })) });
}

const deed = (stage: Stage) => stage.floor.books.rfqs.get('r-2')?.deed;

describe('an answer of mine', () => {
  const price = '348.30' as Price;

  it('offers the other side of what was asked', async () => {
    const stage = await aStage(aReceivedRfq());
    stage.floor.rfqs.quote('r-2', 'NORTH-1', price);
    expect(stage.lastCommand().command).toMatchObject({
      type: 'rfq.quote',
      body: { clientQuoteId: 'o-1', rfqId: 'r-2', account: 'NORTH-1', side: 'SELL', quantity: '2.5', price },
    });
  });

  it('is settled by its own version, and then may be improved', async () => {
    const stage = await aStage(aReceivedRfq());
    stage.floor.rfqs.quote('r-2', 'NORTH-1', price);
    told(stage, aReceivedRfq({ quotes: [aPrice('348.30', { user: 'ann' })], version: 2 }));
    expect(deed(stage)?.fate.kind).toBe('done');
    expect(stage.floor.rfqs.quote('r-2', 'NORTH-1', '348.25' as Price)).toBe('sent');
  });

  it('is settled by a pass', async () => {
    const stage = await aStage(aReceivedRfq());
    stage.floor.rfqs.pass('r-2', 'NORTH-1');
    told(stage, aReceivedRfq({ quotes: [anAnswer({ user: 'ann', status: 'PASSED' })], version: 2 }));
    expect(deed(stage)?.fate.kind).toBe('done');
  });
});

describe('a view of a request', () => {
  it('that is older than the known one changes nothing', async () => {
    const stage = await aStage(aSentRfq({ version: 3 }), aSentRfq({ version: 1 }));
    expect(stage.floor.books.rfqs.get('r-1')?.view.version).toBe(3);
  });
});
