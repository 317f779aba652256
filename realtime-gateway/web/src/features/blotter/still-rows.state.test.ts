import { describe, expect, it } from 'vitest';
import { type Keyed, type StillRows, stillRows } from './still-rows.state.ts';

const rows = (keys: string): Keyed[] => [...keys].map(key => ({ key }));
const seen = (still: StillRows<Keyed>) => `${still.rows.map(each => each.key).join('')} +${still.waiting}`;

/** What a person sees who points at `before` while the sorted rows become `after`. */
const pointing = (before: string, after: string, view = 'time') =>
  seen(stillRows(stillRows(null, rows(before), 'time', true), rows(after), view, true));

describe('rows that somebody points at', () => {
  it.each([
    ['new ones wait', 'cba', 'edcba', 'cba +2'],
    ['new ones between them wait', 'cba', 'cxba', 'cba +1'],
    ['their order stays, whatever they are sorted by now', 'cba', 'acb', 'cba +0'],
    ['older ones follow at the end', 'cba', 'cba01', 'cba01 +0'],
    ['new ones wait while older ones follow', 'cba', 'dcba0', 'cba0 +1'],
    ['one that has left the filter stays', 'cba', 'ca', 'cba +0'],
    ['the first one of all is shown', '', 'a', 'a +0'],
  ])('%s', (_, before, after, expected) => {
    expect(pointing(before, after)).toBe(expected);
  });

  it('are all shown when they are sorted or filtered anew', () => {
    expect(pointing('cba', 'abcd', 'quantity')).toBe('abcd +0');
  });

  it('are all shown when nobody points at them any more', () => {
    const held = stillRows(stillRows(null, rows('ba'), 'time', true), rows('cba'), 'time', true);
    expect(seen(held)).toBe('ba +1');
    expect(seen(stillRows(held, rows('cba'), 'time', false))).toBe('cba +0');
  });

  it('are the same list as long as nothing is to be told', () => {
    const first = stillRows(null, rows('ba'), 'time', true);
    expect(stillRows(first, rows('ba'), 'time', true)).toBe(first);
  });
});
