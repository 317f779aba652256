import { describe, expect, it } from 'vitest';
import { type ColumnSettings, UNTOUCHED } from '../../data/column-settings.ts';
import { COLUMNS, LEAST_SHOWN, PRIORITY, PRIORITY_OF_ONE_ACCOUNT } from '../orders/columns.tsx';
import { fitted, leastWidthPx, templateOf } from './fitting.ts';

const columnsFor = (widthPx: number, settings: Partial<ColumnSettings> = {}, priority = PRIORITY) =>
  fitted(COLUMNS, { ...UNTOUCHED, ...settings }, { widthPx, priority, leastShown: LEAST_SHOWN });
const ids = (...of: Parameters<typeof columnsFor>) => columnsFor(...of).map(column => column.id);

describe('the columns of the blotter', () => {
  it.each([
    [1040, 'time product account side type tif quantity price filled average status'],
    [900, 'time product account side quantity price filled average status'],
    [672, 'time product side quantity price filled status'],
    [664, 'time product side quantity price filled status'],
    [416, 'product side quantity status'],
    [200, 'product side quantity status'],
  ])('in %d pixels are those that matter most', (widthPx, expected) => {
    expect(ids(widthPx).join(' ')).toBe(expected);
  });

  it('leave out the account for whoever has one', () => {
    expect(ids(1040, {}, PRIORITY_OF_ONE_ACCOUNT)).not.toContain('account');
  });

  it('never need more than there is, from a telephone up', () => {
    for (let widthPx = 390; widthPx <= 2_000; widthPx += 7) {
      expect(leastWidthPx(columnsFor(widthPx)), `${widthPx} px`).toBeLessThanOrEqual(widthPx);
    }
  });

  it('that were chosen are shown whatever room there is, and a choice changes no other column', () => {
    const shown = { tif: true, account: true, status: false };
    expect(ids(416, { shown }).join(' ')).toBe('product account side tif quantity');
    expect(ids(672, { shown }).join(' ')).toBe('time product account side tif quantity price filled');
    expect(ids(416, { widths: { product: 400 } })).toEqual(ids(416));
  });

  it('stand in the order and at the width that a person gave them', () => {
    const settings = { order: ['status', 'product', 'side', 'quantity'], widths: { product: 200 } };
    expect(ids(416, settings).join(' ')).toBe('status product side quantity');
    expect(templateOf(columnsFor(416, settings)).split(') ')[1]).toBe('minmax(200px, 0fr');
  });
});
