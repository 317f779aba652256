import type { Price } from '@ringside/client';
import { useRef } from 'react';
import { priceText } from '../../data/format.ts';
import { type Flash, flashed, UNSEEN } from './flash.state.ts';
import * as css from './quotes.css.ts';

interface PriceCellProps {
  price: Price | undefined;
  tick: Price;
  now: number;
  /** A stale price does not flash. */
  quiet: boolean;
  /** What a press does, in words; without it the price is text. */
  action?: string;
  onPress?(): void;
}

const ARROWS = { up: '▲', down: '▼', none: '' };

/** A price that shows where it came from: an arrow that stays and a flash that fades. */
export function PriceCell({ price, tick, now, quiet, action, onPress }: PriceCellProps) {
  const last = useRef<Flash>(UNSEEN);
  last.current = flashed(last.current, price, now, quiet);
  const { direction, count } = last.current;
  const text = price === undefined ? '–' : priceText(price, tick);
  const zeros = /^0\.0*/.exec(text)?.[0] ?? '';
  const face = (
    <>
      <span className={css.arrow[direction]} aria-hidden="true">
        {ARROWS[direction]}
      </span>
      <span>
        <span className={css.zeros}>{zeros}</span>
        {text.slice(zeros.length)}
      </span>
    </>
  );
  const className = `${css.price} ${css.flashing[count > 0 ? direction : 'none']}`;
  if (!onPress || price === undefined) {
    return (
      <span key={count} className={className}>
        {face}
      </span>
    );
  }
  return (
    <button
      key={count}
      type="button"
      className={className}
      onClick={onPress}
      title={action}
      aria-label={`${action} ${text}`}
      tabIndex={-1}
    >
      {face}
    </button>
  );
}
