import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space } from './theme.css.ts';

/** What the menus that drop from the bar are made of. */
export const head = style({ padding: `${space[8]} ${space[12]}`, display: 'grid' });
export const note = style({ color: colour.faint, fontSize: font.size[12] });
export const group = style({
  margin: 0,
  padding: `${space[8]} 0`,
  border: 0,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
});
export const label = style({
  padding: `${space[4]} ${space[12]}`,
  color: colour.faint,
  fontSize: font.size[11],
  fontWeight: font.weight.medium,
});
export const item = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  width: '100%',
  minHeight: size.control,
  padding: `0 ${space[12]}`,
  borderRadius: size.radius,
  cursor: 'pointer',
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
/** A list that opens from a menu: wider, because it is read line by line. */
export const wide = style({ padding: 0, width: `min(${size.notices}, calc(100% - ${space[16]}))` });
export const oneOf = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: space[12],
  padding: `${space[2]} ${space[12]}`,
});
export const radio = style({ margin: 0, accentColor: colour.accent });
