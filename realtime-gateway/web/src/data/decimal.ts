import type { Decimal, Money, Price, Quantity } from '@ringside/client';

/**
 * Exact decimal arithmetic on text. Prices, quantities and money never pass through a floating-point number: what the
 * wire says is what the screen says.
 */
/** Digits of one number that we handle; longer input is no number of ours. */
export const DIGITS_MAX = 40;

const PLAIN = /^([+-])?(\d+)(?:\.(\d+))?$/;

interface Scaled {
  units: bigint;
  scale: number;
}

/** Text of a person or of the wire as a price, a quantity, money; null if it is no decimal number. */
export const asPrice = parseAs<Price>;
export const asQuantity = parseAs<Quantity>;
export const asMoney = parseAs<Money>;

function parseAs<D extends Decimal>(text: string): D | null {
  return text.length <= DIGITS_MAX && PLAIN.test(text) ? (text as D) : null;
}

export function scaleOf(value: Decimal): number {
  const dot = value.indexOf('.');
  return dot < 0 ? 0 : value.length - dot - 1;
}

/** Negative, zero or positive, as the first is less than, equal to or greater than the second. */
export function compare<D extends Decimal>(a: D, b: D): number {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export function signOf(value: Decimal): number {
  const { units } = scaled(value);
  return units < 0n ? -1 : units > 0n ? 1 : 0;
}

export function add<D extends Decimal>(a: D, b: D): D {
  const [x, y, scale] = aligned(a, b);
  return print({ units: x + y, scale }) as D;
}

export function subtract<D extends Decimal>(a: D, b: D): D {
  const [x, y, scale] = aligned(a, b);
  return print({ units: x - y, scale }) as D;
}

/** What so many at that price are worth. */
export function worth(price: Price, quantity: Quantity): Money {
  const x = scaled(price);
  const y = scaled(quantity);
  return print({ units: x.units * y.units, scale: x.scale + y.scale }) as Money;
}

export function isMultipleOf<D extends Decimal>(value: D, step: D): boolean {
  const [x, y] = aligned(value, step);
  return y !== 0n && x % y === 0n;
}

/** The next value on the grid of `step`, `count` steps up (or down, if negative), never below one step. */
export function stepBy<D extends Decimal>(value: D, step: D, count: number): D {
  const [x, y, scale] = aligned(value, step);
  const below = x - (x % y);
  const onGrid = x % y === 0n;
  const base = count < 0 && !onGrid ? below + y : below;
  const moved = base + y * BigInt(count);
  return roundTo(print({ units: moved < y ? y : moved, scale }) as D, scaleOf(step));
}

/** The distance from bid to ask in hundredths of a per cent of their middle, with one decimal. */
export function spreadInBasisPoints(bid: Price, ask: Price): string {
  const [x, y] = aligned(bid, ask);
  const sum = x + y;
  if (sum <= 0n) return '–';
  const tenths = ((y - x) * 200_000n + sum / 2n) / sum;
  return print({ units: tenths, scale: 1 });
}

/** Rounded half away from zero, with exactly `scale` decimals: for the eye, never for a decision. */
export function roundTo<D extends Decimal>(value: D, scale: number): D {
  const { units, scale: from } = scaled(value);
  if (from <= scale) return print({ units: units * 10n ** BigInt(scale - from), scale }) as D;
  const divisor = 10n ** BigInt(from - scale);
  const half = divisor / 2n;
  const rounded = units < 0n ? -((-units + half) / divisor) : (units + half) / divisor;
  return print({ units: rounded, scale }) as D;
}

/** Without zeros at the end that say nothing. */
export function plain<D extends Decimal>(value: D): D {
  return (value.includes('.') ? value.replace(/\.?0+$/, '') : value) as D;
}

/** A tick as a market writes it: 0.01000 is 0.01, and what is no power of ten has two decimals at least (0.50). */
export function asQuoted(tick: Price): Price {
  const text = plain(tick);
  return /^0?\.?0*10*$/.test(text) || scaleOf(text) >= 2 ? text : roundTo(text, 2);
}

/** At most so many digits that say something, rounded towards zero: a size never looks larger than it is. */
export function shortened(quantity: Quantity, digits: number): Quantity {
  const { units, scale } = scaled(quantity);
  const length = (units < 0n ? -units : units).toString().length;
  const excess = Math.min(Math.max(length - digits, 0), scale);
  return plain(print({ units: units / 10n ** BigInt(excess), scale: scale - excess }) as Quantity);
}

function aligned(a: string, b: string): [bigint, bigint, number] {
  const x = scaled(a);
  const y = scaled(b);
  const scale = Math.max(x.scale, y.scale);
  return [x.units * 10n ** BigInt(scale - x.scale), y.units * 10n ** BigInt(scale - y.scale), scale];
}

function scaled(value: string): Scaled {
  const match = PLAIN.exec(value);
  if (!match || value.length > DIGITS_MAX * 2) throw new RangeError(`not a decimal: ${value}`);
  const [, sign, whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

function print({ units, scale }: Scaled): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(digits.length - scale)}`;
  return negative ? `-${text}` : text;
}
