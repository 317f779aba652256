import type { OrderState } from '@ringside/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFill, anOrderState, aQuote, aValuation } from '../../test/support/records.ts';
import { Books } from './books.ts';

const KEY = 'NORTH-1/o-1';

function books() {
  return new Books(
    act => act(),
    () => 1_000,
  );
}

describe('the books', () => {
  it('keep the newest state of an order, however a snapshot and the notices interleave', () => {
    const states: OrderState[] = [
      anOrderState(),
      aFill({ version: 2, status: 'PARTIALLY_FILLED' }),
      aFill({ version: 3 }),
    ];
    const step = fc.record({ read: fc.boolean(), version: fc.constantFrom(0, 1, 2) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), steps => {
        const all = books();
        for (const { read, version } of steps) {
          const state = states[version] as OrderState;
          if (read) all.orderRead(state);
          else all.orderChanged(state);
        }
        const newest = Math.max(...steps.map(({ version }) => version + 1));
        expect(all.orders.get(KEY)?.order.version).toBe(newest);
      }),
    );
  });

  it('know the time of entry from the order id', () => {
    const all = books();
    all.orderRead(anOrderState({ orderId: '0197a000-0000-7000-8000-000000000001' }));
    expect(all.orders.get(KEY)?.enteredAt).toBe(0x0197a0000000);
  });

  it('do not take an older quote for a newer one', () => {
    const all = books();
    all.quote(aQuote({ sequence: 5 }));
    all.quote(aQuote({ sequence: 4, stale: true }));
    expect(all.quotes.get('XMR-USD')?.quote.stale).toBe(false);
  });

  it('suspend prices from before a lost connection until a new one comes', () => {
    const all = books();
    all.quote(aQuote());
    all.suspendQuotes();
    expect(all.quotes.get('XMR-USD')?.fromBefore).toBe(true);
    all.quote(aQuote());
    expect(all.quotes.get('XMR-USD')?.fromBefore).toBe(false);
  });

  it('let a position go forward only, by version and then by time', () => {
    const all = books();
    all.valuation(aValuation({ version: 2, at: '2026-11-21T12:00:05Z' }));
    all.valuation(aValuation({ version: 1, at: '2026-11-21T12:00:09Z' }));
    all.valuation(aValuation({ version: 2, at: '2026-11-21T12:00:04Z' }));
    expect(all.positions.get('NORTH-1/XMR-USD')?.valuation.at).toBe('2026-11-21T12:00:05Z');
    all.valuation(aValuation({ version: 2, at: '2026-11-21T12:00:06Z' }));
    expect(all.positions.get('NORTH-1/XMR-USD')?.valuation.at).toBe('2026-11-21T12:00:06Z');
  });

  it('show a cancel under way until the order has ended', () => {
    const all = books();
    all.orderRead(anOrderState());
    all.cancelling(KEY, true);
    all.orderChanged(anOrderState({ version: 2, status: 'PENDING_CANCEL' }));
    expect(all.orders.get(KEY)?.cancelling).toBe(true);
    all.orderChanged(anOrderState({ version: 3, status: 'CANCELLED' }));
    expect(all.orders.get(KEY)?.cancelling).toBe(false);
  });
});
