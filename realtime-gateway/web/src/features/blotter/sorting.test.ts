import { describe, expect, it } from 'vitest';
import { sorted } from './sorting.ts';

const rows = [
  { name: 'b', size: 1 },
  { name: 'a', size: 2 },
  { name: 'c', size: 1 },
];
const columns = [
  {
    id: 'size',
    sort: (a: { name: string; size: number }, b: { name: string; size: number }) => a.size - b.size,
  },
];
const names = (id: string, desc: boolean) => sorted(rows, columns, { id, desc }).map(row => row.name);

describe('sorted rows', () => {
  it('stand by the column, and equal ones in the order in which they came, from either end', () => {
    expect(names('size', false)).toEqual(['b', 'c', 'a']);
    expect(names('size', true)).toEqual(['a', 'b', 'c']);
  });

  it('stand as they came where no column is called so', () => {
    expect(names('gone', true)).toEqual(['b', 'a', 'c']);
  });
});
