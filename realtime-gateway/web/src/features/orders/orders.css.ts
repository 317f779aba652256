import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';
import { cellWidth } from '../../design/theme.ts';

export const status = style({
  display: 'flex',
  height: '100%',
  alignItems: 'center',
  gap: space[8],
  maxWidth: '100%',
});
export const reason = style({
  color: colour.muted,
  fontSize: font.size[11],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
/** What an order is, and what may be done with it. */
export const standing = style({
  containerType: 'inline-size',
  position: 'relative',
  height: size.row,
  '@media': { [media.touch]: { height: size.rowTouch } },
});
/** A finger presses a row to see what may be done with it. */
const inHand = (self: string) =>
  `[role="row"]:hover ${self}, [role="row"][data-active="true"] ${self}, [role="row"]:focus-within ${self}`;
export const words = style({
  height: '100%',
  '@container': {
    [cellWidth.actionsSlim]: { selectors: { [inHand('&:not(:last-child)')]: { visibility: 'hidden' } } },
  },
});
export const actionPlace = style({
  position: 'absolute',
  inset: '0 0 0 auto',
  display: 'flex',
  alignItems: 'center',
  gap: space[4],
  opacity: 0,
  selectors: { [inHand('&')]: { opacity: 1 } },
});
const actionShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  height: size.statusLine,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
  '@media': {
    [media.touch]: { width: size.button, height: size.button, padding: 0, justifyContent: 'center' },
  },
});
export const action = styleVariants({
  usual: [actionShape, { color: colour.text, ':hover': { borderColor: colour.faint } }],
  dangerous: [actionShape, { color: colour.down, ':hover': { borderColor: colour.down } }],
});
export const actionWord = style({
  '@media': { [media.touch]: { display: 'none' } },
  '@container': { [cellWidth.actionsSnug]: { display: 'none' } },
});
