import type { Money, Price, Quantity } from '@ringside/client';
import { worth } from '../../src/data/decimal.ts';

export { add, compare, roundTo, signOf, subtract } from '../../src/data/decimal.ts';

/** Price times a quantity that may be negative. */
export function multiplySigned(price: Price, quantity: Quantity): Money {
  return worth(price, quantity);
}
