import { style } from '@vanilla-extract/css';
import { colour, size, space } from './theme.css.ts';

/** A native popover under the bar: it floats on top, stays on the page, goes with Esc or a press elsewhere. */
export const dropdown = style({
  position: 'fixed',
  inset: `calc(${size.topBar} + ${space[4]}) ${space[8]} auto auto`,
  maxHeight: `calc(100% - ${size.topBar} - ${space[16]})`,
  overflow: 'hidden auto',
  margin: 0,
  color: colour.text,
});
