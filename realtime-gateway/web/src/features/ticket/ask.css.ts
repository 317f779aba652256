import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

/** Who may be asked: a list that scrolls in itself, so that the button below stays in sight. */
export const people = style({
  minWidth: 0,
  maxHeight: size.people,
  margin: 0,
  padding: space[4],
  overflow: 'auto',
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
});
export const peopleName = style({ padding: `0 ${space[4]}`, color: colour.muted, fontSize: font.size[12] });
export const person = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const check = style({ margin: 0, flex: 'none', accentColor: colour.accent });
export const personFirm = style({
  fontWeight: font.weight.medium,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
export const personName = style({ marginLeft: 'auto', color: colour.muted, fontSize: font.size[12] });
