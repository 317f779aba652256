import type { Money, Price, Quantity } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import {
  ageText,
  averageText,
  moneyText,
  priceText,
  quantityText,
  signedMoneyText,
  stampText,
} from './format.ts';

describe('what a person reads', () => {
  it.each([
    ['9434.5', '0.50', '9,434.50'],
    ['0.00002308', '0.00000001', '0.00002308'],
    ['57120', '0.1', '57,120.0'],
    ['-12.5', '0.25', '−12.50'],
  ])('price %s on tick %s is %s', (price, tick, text) =>
    expect(priceText(price as Price, tick as Price)).toBe(text),
  );

  it('an average has up to two decimals more than the tick', () => {
    expect(averageText('348.20333333' as Price, '0.01' as Price)).toBe('348.2033');
    expect(averageText('348.2' as Price, '0.01' as Price)).toBe('348.20');
  });

  it('a quantity has no idle zeros', () => {
    expect(quantityText('20000.00000000' as Quantity)).toBe('20,000');
    expect(quantityText('-2.50' as Quantity)).toBe('−2.5');
  });

  it('money has the decimals of its currency, coins eight', () => {
    expect(moneyText('117893.7512' as Money, 'USD')).toBe('117,893.75');
    expect(moneyText('0.1' as Money, 'XBT')).toBe('0.10000000');
    expect(moneyText('1234.5' as Money, 'JPY')).toBe('1,235');
  });

  it('profit and loss carries its sign, and nothing carries none', () => {
    expect(signedMoneyText('12.3' as Money, 'USD')).toBe('+12.30');
    expect(signedMoneyText('-12.3' as Money, 'USD')).toBe('−12.30');
    expect(signedMoneyText('0.001' as Money, 'USD')).toBe('0.00');
  });

  it.each([
    [0, '0 ms'],
    [4_200, '4 s'],
    [61_000, '1 min'],
    [7_300_000, '2 h'],
  ])('an age of %i ms is %s', (ms, text) => expect(ageText(ms)).toBe(text));

  it('a time of another day says the day', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(stampText(Date.parse('2026-11-21T09:30:00Z'), now, 'UTC')).toBe('09:30:00');
    expect(stampText(Date.parse('2026-11-20T09:30:00Z'), now, 'UTC')).toBe('20 Nov 09:30:00');
  });
});
