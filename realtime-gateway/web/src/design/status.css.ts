import { style, styleVariants } from '@vanilla-extract/css';
import { colour, size } from './theme.css.ts';

const shape = style({
  width: size.dot,
  height: size.dot,
  flex: 'none',
  fill: 'currentColor',
  stroke: 'currentColor',
});
export const mark = styleVariants({
  up: [shape, { color: colour.up }],
  down: [shape, { color: colour.down }],
  warning: [shape, { color: colour.warning }],
  accent: [shape, { color: colour.accent }],
  neutral: [shape, { color: colour.faint }],
});
