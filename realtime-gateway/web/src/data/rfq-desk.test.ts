import type { Quantity, RfqView } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anAnswer, aPrice, aSentRfq } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';
import { PRICE_SETTLES_MS } from './rfq-desk.ts';

const ASK = {
  account: 'NORTH-1',
  instrument: 'XMR-USD',
  side: 'BUY',
  quantity: '2.5' as Quantity,
  counterparties: [],
  lifeSeconds: 120,
} as const;
const ask = (stage: Stage) => stage.floor.rfqs.ask({ ...ASK, counterparties: [] });

async function aStage(...views: RfqView[]) {
  const stage = new Stage();
  await stage.live();
  told(stage, ...views);
  return stage;
}

function told(stage: Stage, ...views: RfqView[]) {
  stage.batch({ inbox: views.map(view => ({ kind: 'rfq' as const, view })) });
}

function answered(stage: Stage, kind: 'received' | 'refused') {
  const { id } = stage.lastCommand();
  const received = { commandId: 'o-1', stream: 'COMMANDS', sequence: 1, at: '' };
  const refusal = { code: 'RATE_LIMITED', message: 'Too fast.', temporary: true };
  const outcome = kind === 'received' ? { kind, received } : { kind, refusal };
  stage.feed({ kind: 'outcome', id, outcome });
}

function refused(stage: Stage, rfqId: string, reason: string, text: string) {
  const commandId = `o-${stage.commands().length}`;
  const about = { rfqId, commandId, account: 'NORTH-1', user: 'ann', at: '' };
  stage.batch({ inbox: [{ kind: 'rfq-refused', refused: { ...about, reason, text } }] });
}

const priced = (price: string, change: Partial<RfqView> = {}) =>
  aSentRfq({ quotes: [aPrice(price), anAnswer({ user: 'carol', firm: 'harbour' })], version: 2, ...change });
const deed = (stage: Stage) => stage.floor.books.rfqs.get('r-1')?.deed;
const inquiry = (stage: Stage) => stage.floor.state.getState().inquiry;

describe('a request of mine', () => {
  it('is sent once, followed until it is open, and then another one may be sent', async () => {
    const stage = await aStage();
    ask(stage);
    ask(stage);
    expect(stage.commands()).toMatchObject([
      { command: { type: 'rfq.request', body: { ...ASK, clientRfqId: 'o-1' } } },
    ]);
    answered(stage, 'received');
    ask(stage);
    expect(stage.commands()).toHaveLength(1);
    stage.now += 9;
    told(stage, aSentRfq());
    expect(inquiry(stage)).toMatchObject({ delivery: { kind: 'received' }, openedAt: stage.now });
    ask(stage);
    expect(stage.commands()).toHaveLength(2);
  });

  it('is unknown while nobody answers, and found out by its own notice', async () => {
    const stage = await aStage();
    ask(stage);
    stage.feed({ kind: 'unknown', id: stage.lastCommand().id, asked: 2 });
    expect(inquiry(stage)?.delivery).toEqual({ kind: 'unknown', asked: 2 });
    told(stage, aSentRfq());
    stage.feed({ kind: 'unknown', id: stage.lastCommand().id, asked: 3 });
    expect(inquiry(stage)?.delivery.kind).toBe('received');
  });

  it('says why it was not taken, by the gateway or by the floor', async () => {
    const stage = await aStage();
    ask(stage);
    answered(stage, 'refused');
    expect(inquiry(stage)?.delivery).toEqual({ kind: 'refused', code: 'RATE_LIMITED', text: 'Too fast.' });
    ask(stage);
    answered(stage, 'received');
    refused(stage, 'r-9', 'NO_COUNTERPARTY', 'Nobody was there to be asked.');
    expect(inquiry(stage)?.delivery).toMatchObject({ kind: 'refused', code: 'NO_COUNTERPARTY' });
    expect(stage.news).toMatchObject([{ kind: 'rfq-refused' }]);
  });
});

describe('an acceptance', () => {
  async function withPrice() {
    const stage = await aStage(aSentRfq(), priced('348.20'));
    stage.now += PRICE_SETTLES_MS;
    return stage;
  }
  const accept = (stage: Stage, version = 1) => stage.floor.rfqs.accept('r-1', { user: 'bob', version });

  it('repeats the terms that were on the screen', async () => {
    const stage = await withPrice();
    expect(accept(stage)).toBe('sent');
    expect(stage.lastCommand().command).toEqual({
      type: 'rfq.accept',
      body: {
        clientResponseId: 'o-1',
        rfqId: 'r-1',
        account: 'NORTH-1',
        quoteId: 'q-1',
        version: 1,
        instrument: 'XMR-USD',
        side: 'BUY',
        quantity: '2.5',
        price: '348.20',
      },
    });
  });

  it('is not taken until the price has stood for half a second', async () => {
    const stage = await aStage(aSentRfq(), priced('348.20'));
    stage.now += PRICE_SETTLES_MS - 1;
    expect(accept(stage)).toBe('settling');
    stage.now += 1;
    expect(accept(stage)).toBe('sent');
    expect(stage.commands()).toHaveLength(1);
  });

  it('waits for no price of somebody else', async () => {
    const stage = await withPrice();
    const carol = aPrice('348.10', { user: 'carol', firm: 'harbour', quoteId: 'q-2' });
    told(stage, aSentRfq({ quotes: [aPrice('348.20'), carol], version: 3 }));
    expect(stage.floor.rfqs.accept('r-1', { user: 'carol', version: 1 })).toBe('settling');
    expect(accept(stage)).toBe('sent');
  });

  it('is not taken for a version that is no longer on the screen', async () => {
    const stage = await withPrice();
    const quotes = [aPrice('348.30', { version: 2 })];
    told(stage, aSentRfq({ quotes, version: 3 }));
    stage.now += PRICE_SETTLES_MS;
    expect(accept(stage, 1)).toBe('settling');
    expect(accept(stage, 2)).toBe('sent');
  });

  it('goes for a price that was read with the page, which nobody saw change', async () => {
    const stage = new Stage();
    stage.answers.set('/api/rfqs', () => ({ rfqs: [priced('348.20')] }));
    await stage.live();
    expect(accept(stage)).toBe('sent');
  });

  it('freezes the request until its one outcome is known', async () => {
    const stage = await withPrice();
    accept(stage);
    expect(accept(stage)).toBe('pending');
    expect(stage.floor.rfqs.cancel('r-1')).toBe('pending');
    answered(stage, 'received');
    expect(deed(stage)?.fate.kind).toBe('received');
    expect(accept(stage)).toBe('pending');
    const quotes = [aPrice('348.20', { status: 'TRADED' })];
    told(stage, aSentRfq({ status: 'TRADED', quotes, executionId: 'r-1/BUY', version: 3 }));
    expect(deed(stage)?.fate.kind).toBe('done');
    expect(accept(stage)).toBe('over');
    expect(stage.commands()).toHaveLength(1);
  });

  it('stays unknown while nobody answers, and is not sent again by hand', async () => {
    const stage = await withPrice();
    accept(stage);
    stage.feed({ kind: 'unknown', id: stage.lastCommand().id, asked: 1 });
    expect(deed(stage)?.fate).toEqual({ kind: 'unknown', asked: 1 });
    expect(accept(stage)).toBe('pending');
  });

  it('can be made again when it was refused', async () => {
    const stage = await withPrice();
    accept(stage);
    refused(stage, 'r-1', 'QUOTE_SUPERSEDED', 'Version 2 replaced it.');
    expect(deed(stage)?.fate).toMatchObject({ kind: 'refused', text: 'Version 2 replaced it.' });
    expect(accept(stage)).toBe('sent');
  });

  it('that came too late says so on the request that has ended', async () => {
    const stage = await withPrice();
    accept(stage);
    told(stage, priced('348.20', { status: 'EXPIRED', version: 3 }));
    refused(stage, 'r-1', 'RFQ_ENDED', 'It had ended.');
    expect(deed(stage)?.fate).toMatchObject({ kind: 'refused', text: 'It had ended.' });
  });
});
