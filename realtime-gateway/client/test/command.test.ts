import { describe, expect, it } from 'vitest';
import {
  type AcceptQuote,
  type Command,
  commandIdOf,
  type Price,
  type Quantity,
  type RequestQuotes,
  type SubmitQuote,
} from '../src/index.ts';
import { anOrder, TestFloor } from './floor.ts';

const RFQ_ID = 'b4e2f0aa-9d53-8c11-a1b2-0f3344556677';
const TERMS = { account: 'NORTH-1', instrument: 'XMR-USD', quantity: '5' as Quantity };
const REQUEST: RequestQuotes = { clientRfqId: 'r-1', ...TERMS, side: 'BUY', lifeSeconds: 60 };
const PRICE = '348.15' as Price;
const QUOTE: SubmitQuote = { clientQuoteId: 'q-1', rfqId: RFQ_ID, ...TERMS, side: 'SELL', price: PRICE };
const ACCEPT: AcceptQuote = {
  clientResponseId: 'a-1',
  rfqId: RFQ_ID,
  ...TERMS,
  quoteId: '01990000-0000-7000-8000-000000000002',
  version: 2,
  side: 'BUY',
  price: PRICE,
};
const RESPONSE = { clientResponseId: 'p-1', rfqId: RFQ_ID, account: 'NORTH-1' };

const AMEND = { clientOrderId: 'c-2', originalClientOrderId: 'o-1', account: 'NORTH-1' };

const COMMANDS: [Command, string][] = [
  [{ type: 'order.submit', body: anOrder('o-1') }, 'o-1'],
  [{ type: 'order.cancel', body: { ...anOrder('c-1'), originalClientOrderId: 'o-1' } }, 'c-1'],
  [{ type: 'order.amend', body: { ...AMEND, quantity: '5' as Quantity } }, 'c-2'],
  [{ type: 'order.cancel-all', body: { clientOrderId: 'c-3', account: 'NORTH-1', side: 'BUY' } }, 'c-3'],
  [{ type: 'rfq.request', body: REQUEST }, 'r-1'],
  [{ type: 'rfq.quote', body: QUOTE }, 'q-1'],
  [{ type: 'rfq.accept', body: ACCEPT }, 'a-1'],
  [{ type: 'rfq.pass', body: RESPONSE }, 'p-1'],
  [{ type: 'rfq.cancel', body: RESPONSE }, 'p-1'],
];

describe('a command of each type', () => {
  it.each(COMMANDS)('$type is known by the id that its sender gave it', (command, id) => {
    expect(commandIdOf(command)).toBe(id);
  });

  it('a request for quotes travels as it is, and its answer names the request', async () => {
    const floor = new TestFloor();
    const socket = await floor.goLive();
    const outcome = floor.connection.command({ type: 'rfq.request', body: REQUEST });
    const received = {
      commandId: 'r-1',
      rfqId: RFQ_ID,
      stream: 'COMMANDS',
      sequence: 8,
      at: '2026-11-21T12:00:00Z',
    };
    socket.answer('command', { received });
    await floor.world.pass(0);
    expect(socket.requests('command')).toMatchObject([{ command: { type: 'rfq.request', body: REQUEST } }]);
    expect(await outcome).toEqual({ kind: 'received', received });
  });
});
