import type { Price, Quantity } from '@ringside/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  asPrice,
  asQuantity,
  asQuoted,
  compare,
  isMultipleOf,
  plain,
  roundTo,
  scaleOf,
  shortened,
  signOf,
  spreadInBasisPoints,
  stepBy,
  subtract,
  worth,
} from './decimal.ts';

const p = (text: string) => text as Price;
const q = (text: string) => text as Quantity;

/** Any decimal text: units in the hundred-millionths with 0 to 8 decimals. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 8 }))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
    const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
    return p(units < 0n ? `-${text}` : text);
  });

describe('decimal text', () => {
  it.each(['', '.', '1.', '.5', '1e3', '0x1', '1,000', 'NaN', '--1', '1'.repeat(41), ' 1'])(
    'that is no number is refused: %s',
    text => expect(asQuantity(text)).toBeNull(),
  );

  it.each(['0', '1', '-1', '+1', '0.10', '00.1', '123456789012345678901234567890.12345'])(
    'that is one is taken: %s',
    text => expect(asPrice(text)).toBe(text),
  );

  it('adds and subtracts without losing a digit', () => {
    expect(add(p('0.1'), p('0.2'))).toBe('0.3');
    expect(subtract(p('1'), p('0.00000001'))).toBe('0.99999999');
    expect(add(p('99999999999999999999.5'), p('0.5'))).toBe('100000000000000000000.0');
  });

  it('multiplies exactly', () => {
    expect(worth(p('0.00002308'), q('20000.5'))).toBe('0.461611540');
  });

  it.each([
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.004', 2, '1.00'],
    ['2', 2, '2.00'],
    ['0.5', 0, '1'],
    ['-0.4', 0, '0'],
  ])('rounds %s to %i decimals: %s', (text, scale, expected) =>
    expect(roundTo(p(text), scale)).toBe(expected),
  );

  it.each([
    ['348.10', '0.01', 1, '348.11'],
    ['348.10', '0.01', -1, '348.09'],
    ['348.105', '0.01', 1, '348.11'],
    ['348.105', '0.01', -1, '348.10'],
    ['0.01', '0.01', -1, '0.01'],
    ['9434.5', '0.50', 10, '9439.50'],
  ])('steps %s on the grid of %s by %i to %s', (text, tick, count, expected) =>
    expect(stepBy(p(text), p(tick), count)).toBe(expected),
  );

  it.each([
    ['1.500', '1.5'],
    ['100', '100'],
    ['0.000', '0'],
    ['10.0', '10'],
  ])('without idle zeros %s is %s', (text, expected) => expect(plain(p(text))).toBe(expected));

  it.each([
    ['0.01000000', '0.01'],
    ['0.000000010', '0.00000001'],
    ['0.5', '0.50'],
    ['0.25', '0.25'],
    ['0.1', '0.1'],
    ['1', '1'],
    ['5', '5.00'],
  ])('a tick of %s is quoted as %s', (tick, quoted) => expect(asQuoted(p(tick))).toBe(quoted));

  it.each([
    ['2220.43441812', '2220.4'],
    ['16623.59975312', '16623'],
    ['1234567.9', '1234567'],
    ['0.14375128', '0.14375'],
    ['0.00000012', '0.00000012'],
    ['29', '29'],
  ])('a size of %s is shortened to %s', (size, short) => expect(shortened(q(size), 5)).toBe(short));

  it('tells the spread in hundredths of a per cent', () => {
    expect(spreadInBasisPoints(p('100.00'), p('100.10'))).toBe('10.0');
    expect(spreadInBasisPoints(p('0'), p('0'))).toBe('–');
  });

  it('is ordered, summed and undone like numbers', () => {
    fc.assert(
      fc.property(decimal, decimal, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
        expect(signOf(subtract(a, b))).toBe(compare(a, b));
      }),
    );
  });

  it('moves to the grid with every step and by exactly the tick from there', () => {
    const tick = fc.constantFrom('0.01', '0.5', '0.00000001', '1', '25');
    fc.assert(
      fc.property(decimal, tick, fc.integer({ min: -20, max: 20 }), (value, step, count) => {
        fc.pre(signOf(value) > 0 && count !== 0);
        const moved = stepBy(value, p(step), count);
        expect(isMultipleOf(moved, p(step))).toBe(true);
        expect(signOf(moved)).toBe(1);
        expect(scaleOf(moved)).toBe(scaleOf(p(step)));
      }),
    );
  });
});
