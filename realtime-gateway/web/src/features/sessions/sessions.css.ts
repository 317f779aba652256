import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

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
export const title = style({ margin: 0, fontSize: font.size[13], fontWeight: font.weight.strong });
export const count = style({ color: colour.faint, fontSize: font.size[12] });
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
  selectors: { '&:last-child': { borderBottom: 'none' } },
});
export const icon = style({ color: colour.muted });
export const words = style({ display: 'grid', minWidth: 0 });
export const name = style({ fontWeight: font.weight.medium, overflowWrap: 'anywhere' });
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
