import type { Decimal, Money, Price, Quantity } from '@ringside/client';
import { plain, roundTo, scaleOf, shortened, signOf } from './decimal.ts';

const MINUS = '\u2212';
const FIAT = new Set(Intl.supportedValuesOf('currency'));
/** Decimals of a currency that is no fiat one: coins count in hundred-millionths. */
const COIN_SCALE = 8;

/** Thousands separated, with a true minus sign. */
export function grouped(value: Decimal): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const text = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return (value.startsWith('-') ? MINUS : '') + (fraction === undefined ? text : `${text}.${fraction}`);
}

/** A price with all decimals of its tick, so that a column of them lines up. */
export function priceText(price: Price, tick: Price): string {
  return grouped(roundTo(price, scaleOf(tick)));
}

/** An average is finer than the tick; two more decimals tell it apart. */
export function averageText(price: Price, tick: Price): string {
  const scale = scaleOf(tick);
  const fine = plain(roundTo(price, scale + 2));
  return grouped(scaleOf(fine) < scale ? roundTo(fine, scale) : fine);
}

export function quantityText(quantity: Quantity): string {
  return grouped(plain(quantity));
}

/** Digits of a displayed size; the rest is told by its title. */
const SIZE_DIGITS = 5;

/** How much is on offer, at a glance. */
export function sizeText(quantity: Quantity): string {
  return grouped(shortened(quantity, SIZE_DIGITS));
}

/** A price as it is typed into a field. */
export function priceInput(price: Price, tick: Price): Price {
  return roundTo(price, scaleOf(tick));
}

export function currencyScale(currency: string): number {
  if (!FIAT.has(currency)) return COIN_SCALE;
  const options = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return options.maximumFractionDigits ?? 2;
}

export function moneyText(money: Money, currency: string): string {
  return grouped(roundTo(money, currencyScale(currency)));
}

/** Profit and loss always carries its sign: colour alone says nothing. */
export function signedMoneyText(money: Money, currency: string): string {
  const rounded = roundTo(money, currencyScale(currency));
  const sign = signOf(rounded);
  return sign === 0 ? '0.00' : (sign > 0 ? '+' : '') + grouped(rounded);
}

/** `850 ms`, `4 s`, `3 min`, `2 h`. */
export function ageText(ms: number): string {
  if (ms < 1_000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < 60_000) return `${Math.floor(ms / 1_000)} s`;
  if (ms < 3_600_000) return `${Math.floor(ms / 60_000)} min`;
  return `${Math.floor(ms / 3_600_000)} h`;
}

/** How long until then: `less than a minute`, `31 min`, `2 h 31 min`. */
export function untilText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

export type Zone = 'UTC' | 'local';

const CLOCKS: Record<Zone, Intl.DateTimeFormat> = {
  UTC: new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' }),
  local: new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }),
};
const DAYS: Record<Zone, Intl.DateTimeFormat> = {
  UTC: new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', timeZone: 'UTC' }),
  local: new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short' }),
};

const HOURS: Record<Zone, Intl.DateTimeFormat> = {
  UTC: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' }),
  local: new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }),
};

/** Hours and minutes, with the zone. */
export function hourText(epochMs: number, zone: Zone): string {
  return `${HOURS[zone].format(epochMs)} ${zoneName(zone)}`;
}

export function clockText(epochMs: number, zone: Zone): string {
  return CLOCKS[zone].format(epochMs);
}

/** The time of day, with the day in front when it is not today. */
export function stampText(epochMs: number, nowMs: number, zone: Zone): string {
  const day = DAYS[zone].format(epochMs);
  const clock = clockText(epochMs, zone);
  return day === DAYS[zone].format(nowMs) ? clock : `${day} ${clock}`;
}

/** Day and time, for what lies ahead. */
export function momentText(epochMs: number, zone: Zone = 'local'): string {
  return `${DAYS[zone].format(epochMs)} ${HOURS[zone].format(epochMs)} ${zoneName(zone)}`;
}

export function zoneName(zone: Zone): string {
  return zone === 'UTC' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone;
}
