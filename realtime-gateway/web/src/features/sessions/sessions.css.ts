import { style } from '@vanilla-extract/css';
import * as drawer from '../../design/drawer.css.ts';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export { count, head, list, name, title, tool, words } from '../../design/drawer.css.ts';
export const line = style([drawer.line, { selectors: { '&:last-child': { borderBottom: 'none' } } }]);
export const icon = style({ color: colour.muted });
export const text = style({
  color: colour.muted,
  fontSize: font.size[12],
  fontVariantNumeric: 'tabular-nums',
  overflowWrap: 'anywhere',
});
export const press = style({
  minHeight: size.row,
  fontSize: font.size[12],
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const note = style({ margin: 0, padding: `${space[8]} ${space[12]}`, color: colour.muted });
export const failed = style({
  display: 'grid',
  justifyItems: 'start',
  gap: space[4],
  padding: `0 ${space[12]} ${space[12]}`,
});
export const fault = style({
  margin: 0,
  padding: `${space[8]} ${space[12]}`,
  background: tinted(colour.down, tint.soft),
});
