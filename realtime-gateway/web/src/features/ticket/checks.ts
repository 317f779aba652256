import type { Instrument, Price, Quantity } from '@ringside/client';
import { asPrice, asQuantity, isMultipleOf, plain, signOf } from '../../data/decimal.ts';
import { quantityText } from '../../data/format.ts';

/** What was typed, as a value; a fault only where something was typed. */
export interface Checked<T> {
  value: T | null;
  fault?: string;
}

/** A number as people write it. */
export const typed = (text: string) => text.trim().replaceAll(',', '');

export function checkQuantity(text: string, instrument: Instrument): Checked<Quantity> {
  if (text.trim() === '') return { value: null };
  const value = asQuantity(typed(text));
  if (value === null) return { value: null, fault: 'This is not a number.' };
  if (signOf(value) <= 0) return { value: null, fault: 'The quantity must be greater than zero.' };
  if (!isMultipleOf(value, instrument.quantityStep)) {
    return { value: null, fault: `The quantity goes in steps of ${quantityText(instrument.quantityStep)}.` };
  }
  return { value: plain(value) };
}

export function checkPrice(text: string, instrument: Instrument): Checked<Price> {
  if (text.trim() === '') return { value: null };
  const value = asPrice(typed(text));
  if (value === null) return { value: null, fault: 'This is not a number.' };
  if (signOf(value) <= 0) return { value: null, fault: 'The price must be greater than zero.' };
  if (!isMultipleOf(value, instrument.priceTick)) {
    return { value: null, fault: `The price goes in ticks of ${plain(instrument.priceTick)}.` };
  }
  return { value };
}
