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

/** Longest life of an order that is good until a time, days. */
const LIFE_DAYS_MAX = 366;
const DAY_MS = 86_400_000;
const SECONDS_DIGITS = 19;

/** A local date and time, as the time in UTC that it is. */
export function checkEnd(text: string, now: number): Checked<string> {
  if (text === '') return { value: null };
  const end = new Date(text).getTime();
  if (Number.isNaN(end)) return { value: null, fault: 'This is not a date and time.' };
  if (end <= now) return { value: null, fault: 'This is past.' };
  if (end > now + LIFE_DAYS_MAX * DAY_MS)
    return { value: null, fault: `At most ${LIFE_DAYS_MAX} days ahead.` };
  return { value: `${new Date(end).toISOString().slice(0, SECONDS_DIGITS)}Z` };
}
