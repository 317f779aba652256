import { describe, expect, it } from 'vitest';
import { COLUMN_GAP_PX } from '../../design/theme.ts';
import { columnsFor } from './fitting.ts';

const ids = (widthPx: number, accounts = 2) => columnsFor(widthPx, accounts).map(column => column.id);

describe('the columns of the blotter', () => {
  it.each([
    [1040, 'time product account side type tif quantity price filled average status'],
    [900, 'time product account side quantity price filled average status'],
    [672, 'time product side quantity price filled status'],
    [416, 'product side quantity status'],
    [200, 'product side quantity status'],
  ])('in %d pixels are those that matter most', (widthPx, expected) => {
    expect(ids(widthPx).join(' ')).toBe(expected);
  });

  it('leave out the account for whoever has one', () => {
    expect(ids(1040, 1)).not.toContain('account');
  });

  it('never need more than there is, from a telephone up', () => {
    for (let widthPx = 390; widthPx <= 2_000; widthPx += 7) {
      const columns = columnsFor(widthPx, 2);
      const needed = columns.reduce((sum, { track }) => sum + track.px + COLUMN_GAP_PX, COLUMN_GAP_PX);
      expect(needed, `${widthPx} px`).toBeLessThanOrEqual(widthPx);
    }
  });
});
