import type { Price } from '@ringside/client';
import { compare } from '../../data/decimal.ts';

export type Direction = 'up' | 'down' | 'none';

export interface Flash {
  value: Price | undefined;
  direction: Direction;
  /** Grows with each flash, so that the animation starts anew. */
  count: number;
  at: number;
}

/** A cell flashes at most three times a second, however fast the price moves (WCAG 2.3.1). */
export const FLASH_GAP_MS = 334;

export const UNSEEN: Flash = { value: undefined, direction: 'none', count: 0, at: 0 };

/** A flash tells a change of value, not a rendering; the arrow stays until the next change. */
export function flashed(before: Flash, value: Price | undefined, now: number, quiet: boolean): Flash {
  if (value === before.value) return before;
  if (value === undefined || before.value === undefined || quiet) {
    return { ...before, value, direction: value === undefined ? 'none' : before.direction };
  }
  const moved = compare(value, before.value);
  if (moved === 0) return { ...before, value };
  const direction = moved > 0 ? 'up' : 'down';
  const again = now - before.at >= FLASH_GAP_MS;
  return { value, direction, count: before.count + (again ? 1 : 0), at: again ? now : before.at };
}
