import { style } from '@vanilla-extract/css';
import { colour, size } from './theme.css.ts';

export const mark = style({ width: size.row, height: size.row, flex: 'none', strokeWidth: 3 });
export const outer = style({ stroke: colour.accent });
export const inner = style({ stroke: colour.up });
