import { describe, expect, it } from 'vitest';
import {
  chosen,
  isTouched,
  moved,
  ordered,
  resized,
  settingsOf,
  UNTOUCHED,
  unsized,
} from './column-settings.ts';

const columns = (...ids: string[]) => ids.map(id => ({ id }));
const ids = (of: { id: string }[]) => of.map(column => column.id).join('');

describe('the columns of a table', () => {
  it('stand as the table has them until one is moved', () => {
    expect(ids(ordered(columns('a', 'b', 'c'), UNTOUCHED))).toBe('abc');
    const forward = moved(UNTOUCHED, ['a', 'b', 'c'], 'a', 'c');
    expect(ids(ordered(columns('a', 'b', 'c'), forward))).toBe('bca');
    const back = moved(forward, ['b', 'c', 'a'], 'a', 'b');
    expect(ids(ordered(columns('a', 'b', 'c'), back))).toBe('abc');
  });

  it('do not move to or from a place that is none', () => {
    expect(moved(UNTOUCHED, ['a', 'b'], 'a', 'x')).toBe(UNTOUCHED);
    expect(moved(UNTOUCHED, ['a', 'b'], 'a', 'a')).toBe(UNTOUCHED);
  });

  it('take in a column of a newer page beside its neighbour, and forget one that is gone', () => {
    const settings = { ...UNTOUCHED, order: ['c', 'gone', 'a'] };
    expect(ids(ordered(columns('new', 'a', 'b', 'c'), settings))).toBe('newcab');
  });

  it('are made whole from whatever was remembered', () => {
    expect(settingsOf(undefined)).toEqual(UNTOUCHED);
    expect(settingsOf({ widths: { a: 80 } })).toEqual({ ...UNTOUCHED, widths: { a: 80 } });
  });

  it('know whether anything was changed', () => {
    expect(isTouched(UNTOUCHED)).toBe(false);
    expect(isTouched(chosen(UNTOUCHED, 'a', false))).toBe(true);
    const wide = resized(UNTOUCHED, 'a', 80.4);
    expect(wide.widths).toEqual({ a: 80 });
    expect(isTouched(unsized(wide, 'a'))).toBe(false);
  });
});
