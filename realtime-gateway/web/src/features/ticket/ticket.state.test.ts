import type { ConnectionState, Price, Quantity } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anInstrument, aQuote } from '../../../test/support/records.ts';
import { type Draft, type Market, steppedPrice, steppedQuantity, ticketView } from './ticket.state.ts';

const NOW = 10_000;
const LIVE: ConnectionState = {
  kind: 'live',
  session: 's',
  transport: 'socket',
  told: false,
  roundTripMs: 3,
};
const row = (change = {}) => ({ quote: aQuote(change), receivedAt: NOW, fromBefore: false });

function draft(change: Partial<Draft> = {}): Draft {
  return {
    account: 'NORTH-1',
    instrument: 'XMR-USD',
    side: 'BUY',
    orderType: 'MARKET',
    timeInForce: 'DAY',
    quantity: '2.5',
    limitPrice: '',
    expiresAt: '',
    ...change,
  };
}

function market(change: Partial<Market> = {}): Market {
  return { instrument: anInstrument(), quote: row(), connection: LIVE, inFlight: false, now: NOW, ...change };
}

describe('the ticket', () => {
  it('spells out what a market order is about to do', () => {
    expect(ticketView(draft(), market())).toEqual({
      kind: 'ready',
      action: 'Buy 2.5 XMR/USD at market',
      preview: 'Buy 2.5 XMR at the market, now 348.20, value about 870.50 USD, good for the day.',
      order: {
        account: 'NORTH-1',
        instrument: 'XMR-USD',
        side: 'BUY',
        orderType: 'MARKET',
        timeInForce: 'DAY',
        quantity: '2.5',
      },
    });
  });

  it('spells out a limit order with the size of the contract', () => {
    const copper = anInstrument({
      symbol: 'CA 3M',
      quantityUnit: 'lots',
      contractSize: '25' as Quantity,
      quantityStep: '1' as Quantity,
      priceTick: '0.50' as Price,
    });
    const view = ticketView(
      draft({ side: 'SELL', orderType: 'LIMIT', quantity: '5', limitPrice: '9431.5', timeInForce: 'IOC' }),
      market({ instrument: copper }),
    );
    expect(view).toMatchObject({
      kind: 'ready',
      action: 'Sell 5 CA 3M at 9,431.50',
      preview:
        'Sell 5 lots at 9,431.50 or better, value 1,178,937.50 USD, what does not fill at once expires.',
      order: { limitPrice: '9431.5' },
    });
  });

  it('sends the end of an order that is good until a time as the time in UTC that it is', () => {
    const view = ticketView(
      draft({ orderType: 'LIMIT', limitPrice: '348.10', timeInForce: 'GTD', expiresAt: '1970-01-02T12:00' }),
      market(),
    );
    const end = `${new Date('1970-01-02T12:00').toISOString().slice(0, 19)}Z`;
    expect(view).toMatchObject({ kind: 'ready', order: { timeInForce: 'GTD', expiresAt: end } });
    expect(view.kind === 'ready' && view.preview).toContain('good until 02 Jan 12:00');
  });

  it.each([
    ['', undefined],
    ['1970-01-01', 'This is past.'],
    ['nonsense', 'This is not a date and time.'],
    ['1972-01-01T00:00', 'At most 366 days ahead.'],
  ])('does not take %j for the end of an order', (expiresAt, fault) => {
    const view = ticketView(
      draft({ orderType: 'LIMIT', limitPrice: '348.10', timeInForce: 'GTD', expiresAt }),
      market({ now: Date.parse('1970-01-02T00:00:00Z') }),
    );
    expect(view).toMatchObject({ kind: 'incomplete', action: 'Enter its end' });
    expect(view.kind === 'incomplete' && view.faults.expiresAt).toBe(fault);
  });

  it.each([
    ['', undefined],
    ['abc', 'This is not a number.'],
    ['0', 'The quantity must be greater than zero.'],
    ['-1', 'The quantity must be greater than zero.'],
    ['0.0005', 'The quantity goes in steps of 0.001.'],
  ])('does not take %j for a quantity', (quantity, fault) => {
    const view = ticketView(draft({ quantity }), market());
    expect(view).toMatchObject({ kind: 'incomplete', action: 'Enter a quantity' });
    expect(view.kind === 'incomplete' && view.faults.quantity).toBe(fault);
  });

  it.each([
    ['', undefined],
    ['1e5', 'This is not a number.'],
    ['0.00', 'The price must be greater than zero.'],
    ['348.105', 'The price goes in ticks of 0.01.'],
  ])('does not take %j for a price', (limitPrice, fault) => {
    const view = ticketView(draft({ orderType: 'LIMIT', limitPrice }), market());
    expect(view).toMatchObject({ kind: 'incomplete', action: 'Enter a price' });
    expect(view.kind === 'incomplete' && view.faults.limitPrice).toBe(fault);
  });

  it('takes a quantity with thousands separators', () => {
    expect(ticketView(draft({ quantity: '1,200' }), market())).toMatchObject({ order: { quantity: '1200' } });
  });

  it.each<[string, Partial<Market>, RegExp]>([
    ['without a connection', { connection: { kind: 'offline', attempt: 1, nextAt: 0 } }, /Not connected/],
    ['while an order is on its way', { inFlight: true }, /still on its way/],
    ['while the instrument is halted', { instrument: anInstrument({ status: 'HALTED' }) }, /halted/],
    ['without a price', { quote: undefined }, /stale/],
    ['on a price that the feed calls stale', { quote: row({ stale: true }) }, /stale/],
    ['on a price that is too old', { now: NOW + 5_001 }, /stale/],
    ['against an empty side', { quote: row({ ask: undefined }) }, /other side/],
  ])('sends no market order %s', (_case, change, reason) => {
    const view = ticketView(draft(), market(change));
    expect(view.kind).toBe('blocked');
    expect(view.kind === 'blocked' && view.reason).toMatch(reason);
  });

  it('sends a limit order on a stale price, because it names its own', () => {
    const order = draft({ orderType: 'LIMIT', limitPrice: '340.00' });
    expect(ticketView(order, market({ quote: undefined })).kind).toBe('ready');
  });

  it('asks for an instrument first', () => {
    expect(ticketView(draft({ instrument: null }), market({ instrument: undefined }))).toMatchObject({
      action: 'Choose an instrument',
    });
  });
});

describe('the arrow keys', () => {
  it.each([
    ['', 1, '0.001'],
    ['5', 1, '6'],
    ['25', 1, '30'],
    ['1200', -1, '1000'],
    ['1', -1, '1'],
  ])('step the quantity %j by %i to %s', (text, count, expected) =>
    expect(steppedQuantity(text, anInstrument(), count)).toBe(expected),
  );

  it('step the price by ticks, starting from the bid', () => {
    expect(steppedPrice('', anInstrument(), row(), 1)).toBe('348.11');
    expect(steppedPrice('348.20', anInstrument(), row(), -10)).toBe('348.10');
    expect(steppedPrice('', anInstrument(), undefined, 1)).toBe('');
  });
});
