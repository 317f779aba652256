import type { Money, PositionValuation, Quantity } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { aValuation } from '../../../test/support/records.ts';
import { toneOf, totals } from './positions.state.ts';

const m = (text: string) => text as Money;
const row = (change: Partial<PositionValuation>) => ({ key: 'k', valuation: aValuation(change) });

describe('totals', () => {
  it('never add money of different currencies', () => {
    const rows = [
      row({ currency: 'USD', realised: m('1.10'), unrealised: m('2.20') }),
      row({ currency: 'USD', realised: m('-0.10'), unrealised: m('0.30') }),
      row({ currency: 'CHF', realised: m('5'), unrealised: m('-1') }),
    ];
    expect(totals(rows)).toEqual([
      { currency: 'CHF', realised: '5', unrealised: '-1' },
      { currency: 'USD', realised: '1.00', unrealised: '2.50' },
    ]);
  });

  it('have no unrealised part while a position has no price, unless it is flat', () => {
    const { unrealised: _, ...unpriced } = aValuation();
    expect(totals([{ key: 'k', valuation: unpriced }])[0]?.unrealised).toBeUndefined();
    const flat = { ...unpriced, quantity: '0.0' as Quantity };
    expect(totals([{ key: 'k', valuation: flat }])[0]?.unrealised).toBe('0');
  });

  it('are toned by what is shown', () => {
    expect(toneOf(m('0.01'), 'USD')).toBe('up');
    expect(toneOf(m('-3'), 'USD')).toBe('down');
    expect(toneOf(m('0.001'), 'USD')).toBe('flat');
    expect(toneOf(undefined, 'USD')).toBe('flat');
  });
});
