import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space } from './theme.css.ts';

/** What opens over the page and lists things: a head that stays, and lines of an icon, words and what can be done. */
export const head = style({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  minHeight: size.panelHead,
  padding: `0 ${space[4]} 0 ${space[12]}`,
  background: colour.panel,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const title = style({ fontSize: font.size[13], fontWeight: font.weight.strong });
export const count = style({ color: colour.faint, fontSize: font.size[12], whiteSpace: 'nowrap' });
export const tool = style({
  marginLeft: 'auto',
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  fontSize: font.size[12],
  whiteSpace: 'nowrap',
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const list = style({ margin: 0, padding: 0, listStyle: 'none' });
export const line = style({
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) auto`,
  columnGap: space[12],
  alignItems: 'center',
  padding: `${space[8]} ${space[12]}`,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const words = style({ display: 'grid', minWidth: 0 });
export const name = style({ fontWeight: font.weight.medium, overflowWrap: 'anywhere' });
