import { style, styleVariants } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
import { colour, font, media, motion, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export const topBar = style({
  gridArea: 'top',
  display: 'flex',
  alignItems: 'center',
  gap: space[12],
  height: size.topBar,
  padding: `0 ${space[12]}`,
  background: colour.panel,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const brand = style({ display: 'flex', alignItems: 'center', gap: space[8] });
export const name = style({
  fontSize: font.size[16],
  fontWeight: font.weight.strong,
  letterSpacing: font.tracking.snug,
  '@media': { [media.narrow]: hiddenFromSight },
});
export const right = style({ marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: space[8] });

export const quiet = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[8],
  height: size.control,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  color: colour.text,
  whiteSpace: 'nowrap',
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { height: size.rowTouch, minWidth: size.rowTouch } },
});
export const zone = style({ color: colour.faint, fontSize: font.size[12] });
export const clock = style({ '@media': { [media.narrow]: { display: 'none' } } });

const chipShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[8],
  height: size.row,
  padding: `0 ${space[12]}`,
  borderRadius: size.round,
  border: `${size.hairline} solid`,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
  whiteSpace: 'nowrap',
});
const tone = (value: string) => ({
  color: value,
  borderColor: tinted(value, tint.edge),
  background: tinted(value, tint.soft),
});
export const connection = styleVariants({
  good: [chipShape, tone(colour.up)],
  wait: [chipShape, tone(colour.warning)],
  bad: [chipShape, tone(colour.down)],
});
export const roundTrip = style({
  color: colour.muted,
  fontWeight: font.weight.regular,
  '@media': { [media.narrow]: { display: 'none' } },
});
export const via = style({
  color: colour.muted,
  fontWeight: font.weight.regular,
  '@media': { [media.narrow]: hiddenFromSight },
});
/** A telephone has no room for it, and a line of its own below says it in full. */
export const trouble = style({ '@media': { [media.narrow]: hiddenFromSight } });

export const avatar = style({
  display: 'grid',
  placeItems: 'center',
  width: size.row,
  height: size.row,
  borderRadius: size.round,
  background: tinted(colour.accent, tint.firm),
  color: colour.text,
  fontSize: font.size[11],
  fontWeight: font.weight.strong,
});
export const userName = style({ '@media': { [media.narrow]: hiddenFromSight } });
export const rail = style({
  gridArea: 'rail',
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: space[4],
  padding: `${space[8]} 0`,
  background: colour.panel,
  borderRight: `${size.hairline} solid ${colour.hairline}`,
  '@media': { [media.narrow]: { display: 'none' } },
});
export const railItem = style({
  position: 'relative',
  display: 'grid',
  placeItems: 'center',
  width: size.button,
  height: size.button,
  borderRadius: size.radius,
  color: colour.muted,
  ':hover': { background: colour.raised, color: colour.text },
  selectors: {
    '&[aria-current="page"]': { color: colour.accent, background: tinted(colour.accent, tint.soft) },
  },
});
/** Told to screen readers always, to the eye on hover and focus. */
export const tooltip = style({
  position: 'absolute',
  left: `calc(100% + ${space[8]})`,
  padding: `${space[4]} ${space[8]}`,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  color: colour.text,
  boxShadow: colour.shadow,
  fontSize: font.size[12],
  opacity: 0,
  pointerEvents: 'none',
  zIndex: 30,
  transition: `opacity ${motion.quick}`,
  selectors: { [`${railItem}:hover > &, ${railItem}:focus-visible > &`]: { opacity: 1 } },
});

export const statusLine = style({
  gridArea: 'status',
  display: 'flex',
  alignItems: 'center',
  gap: space[16],
  height: size.statusLine,
  padding: `0 ${space[12]}`,
  background: colour.panel,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  color: colour.muted,
  fontSize: font.size[11],
  whiteSpace: 'nowrap',
  overflow: 'hidden',
});
export const statusItem = style({ display: 'inline-flex', alignItems: 'center', gap: space[4] });
export const build = style({ marginLeft: 'auto', color: colour.faint });
export const wideOnly = style({ '@media': { [media.narrow]: { display: 'none' } } });

export const banner = styleVariants({
  wait: [bannerShape(colour.warning)],
  bad: [bannerShape(colour.down)],
  calm: [bannerShape(colour.accent)],
});
/** The icon carries the colour; words in it would not read on its own tint. */
export const bannerIcon = styleVariants({
  wait: { color: colour.warning, flex: 'none' },
  bad: { color: colour.down, flex: 'none' },
  calm: { color: colour.accent, flex: 'none' },
});
export const bannerWords = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `0 ${space[8]}`,
  minWidth: 0,
  overflowWrap: 'anywhere',
});
/** Beside the words; what it says is not what is told. */
export const bannerAside = style({ color: colour.muted, whiteSpace: 'nowrap' });
export const bannerClose = style([quiet, { marginLeft: 'auto', flex: 'none' }]);
export const bannerAction = style({
  marginLeft: 'auto',
  minHeight: size.statusLine,
  whiteSpace: 'nowrap',
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
  fontWeight: font.weight.strong,
  textDecoration: 'underline',
  textUnderlineOffset: space[2],
});

function bannerShape(value: string) {
  return style({
    display: 'flex',
    alignItems: 'center',
    gap: space[8],
    minHeight: size.control,
    padding: `${space[4]} ${space[12]}`,
    color: colour.text,
    background: tinted(value, tint.firm),
    borderBottom: `${size.hairline} solid ${tinted(value, tint.edge)}`,
  });
}
