import type { OrderState, Price, Quantity } from '@ringside/client';
import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { anInstrument, anOrderState } from '../../../test/support/records.ts';
import type { OrderRow } from '../../data/rows.ts';
import { type CellContext, COLUMNS } from './columns.tsx';

const PRICED = true;

/** A row of two lines, without a column for the price. */
function quantityCell(priced: boolean, order: Partial<OrderState>): string {
  const instrument = anInstrument();
  const context = { tall: true, columns: [], instruments: new Map([[instrument.id, instrument]]) };
  const { limitPrice, ...priceless } = anOrderState({ ...order, instrument: instrument.id });
  const row = { order: priced ? { ...priceless, limitPrice } : priceless };
  const column = COLUMNS.find(each => each.id === 'quantity');
  const cell = column?.cell(row as OrderRow, context as unknown as CellContext);
  return render(<div>{cell}</div>).container.textContent ?? '';
}

describe('the quantity of an order on a telephone', () => {
  it('has below it the limit, or that any price is taken', () => {
    expect(quantityCell(PRICED, { quantity: '5' as Quantity, limitPrice: '300.5' as Price })).toBe('5300.50');
    expect(quantityCell(!PRICED, { orderType: 'MARKET' })).toContain('market');
  });

  it('says of a limit order that was rejected for its price no price at all', () => {
    expect(quantityCell(!PRICED, { orderType: 'LIMIT', status: 'REJECTED' })).toMatch(/–$/);
  });
});
