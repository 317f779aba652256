import { style, styleVariants } from '@vanilla-extract/css';
import { button } from '../../design/controls.css.ts';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export const opener = style({
  position: 'relative',
  display: 'inline-grid',
  placeItems: 'center',
  width: size.control,
  height: size.control,
  flex: 'none',
  borderRadius: size.radius,
  color: colour.text,
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { width: size.rowTouch, height: size.rowTouch } },
});
const badgeShape = style({
  // Over the upper right of the bell, however large the button around it is.
  position: 'absolute',
  bottom: '50%',
  left: '50%',
  display: 'grid',
  placeItems: 'center',
  minWidth: size.icon,
  height: size.icon,
  padding: `0 ${space[4]}`,
  borderRadius: size.round,
  color: colour.onFill,
  fontSize: font.size[11],
  fontWeight: font.weight.strong,
  fontVariantNumeric: 'tabular-nums',
  lineHeight: 1,
});
export const badge = styleVariants({
  critical: [badgeShape, { background: colour.down }],
  warning: [badgeShape, { background: colour.warning }],
  calm: [badgeShape, { background: colour.accent }],
});
export const sheet = style({
  padding: 0,
  width: `min(${size.notices}, calc(100% - 2 * ${space[8]}))`,
});

export const banner = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[12],
  padding: `${space[8]} ${space[12]}`,
  color: colour.text,
  background: tinted(colour.down, tint.firm),
  borderBottom: `${size.hairline} solid ${tinted(colour.down, tint.edge)}`,
  '@media': { [media.narrow]: { flexWrap: 'wrap', gap: `${space[4]} ${space[8]}` } },
});
export const bannerIcon = style({ color: colour.down, flex: 'none' });
export const bannerWords = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `0 ${space[8]}`,
  flex: 1,
  minWidth: 0,
  // On a telephone the buttons come below the words.
  '@media': { [media.narrow]: { flexBasis: '80%' } },
});
export const bannerTitle = style({ fontWeight: font.weight.strong });
export const bannerText = style({
  color: colour.text,
  overflowWrap: 'anywhere',
  '@media': { [media.narrow]: { fontSize: font.size[12] } },
});
export const bannerActions = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  flex: 'none',
  marginLeft: 'auto',
});
export const more = style([button.quiet, { color: colour.text, whiteSpace: 'nowrap' }]);
export const acknowledge = style([
  button.outlined,
  { whiteSpace: 'nowrap', '@media': { [media.touch]: { minHeight: size.rowTouch } } },
]);
