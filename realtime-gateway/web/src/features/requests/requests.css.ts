import { keyframes, style, styleVariants } from '@vanilla-extract/css';
// Before what follows, whose rules must win over the shared ones.
import { button } from '../../design/controls.css.ts';
import { colour, font, media, motion, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export const list = style({
  display: 'grid',
  alignContent: 'start',
  gap: space[8],
  padding: space[8],
  containerType: 'inline-size',
});
export const item = style({ minWidth: 0, borderRadius: size.radius });
const arrive = keyframes({ from: { background: tinted(colour.accent, tint.flash) } });
export const card = style({
  display: 'grid',
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  overflow: 'hidden',
  selectors: { '&[data-arrived="true"]': { animation: `${arrive} ${motion.arrive} ease-out` } },
});
export const head = style({
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) auto`,
  alignItems: 'center',
  gap: `${space[2]} ${space[8]}`,
  padding: `${space[8]} ${space[12]}`,
});
export const way = style({ color: colour.muted });
export const terms = style({
  fontSize: font.size[14],
  fontWeight: font.weight.strong,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
export const side = styleVariants({ BUY: { color: colour.up }, SELL: { color: colour.down } });
/** Beside the time, in the second line. */
export const tools = style({ gridColumn: 3, gridRow: 2, margin: `0 calc(-1 * ${space[8]}) 0 0` });
export const who = style({
  gridColumn: 2,
  color: colour.muted,
  fontSize: font.size[12],
  overflowWrap: 'anywhere',
});
const timeShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: space[4],
  fontSize: font.size[14],
  fontWeight: font.weight.medium,
});
export const countdown = styleVariants({
  quiet: [timeShape, { color: colour.muted }],
  soon: [timeShape, { color: colour.warning, fontWeight: font.weight.strong }],
  over: [timeShape, { color: colour.faint }],
});
export const lifeBar = style({ height: size.accentEdge, background: colour.hairline });
const lifeShape = style({
  height: '100%',
  transformOrigin: 'left',
  transition: `transform ${motion.second} linear`,
});
export const lifeLeft = styleVariants({
  quiet: [lifeShape, { background: colour.accent }],
  soon: [lifeShape, { background: colour.warning }],
  over: [lifeShape, { background: colour.faint }],
});
export const foot = style({
  padding: `${space[8]} ${space[12]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  color: colour.warning,
  fontSize: font.size[12],
});
export const slim = style({
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  fontSize: font.size[12],
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
const deedShape = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  padding: `${space[8]} ${space[12]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  fontSize: font.size[12],
});
const deedTone = (value: string) => ({ color: value, background: tinted(value, tint.soft) });
export const deed = styleVariants({
  wait: [deedShape, { color: colour.text }],
  unknown: [deedShape, deedTone(colour.warning)],
  bad: [deedShape, deedTone(colour.down)],
});
/** Nothing to say yet; it is there before it speaks, so that screen readers listen. */
export const silent = style({ display: 'contents' });
const turn = keyframes({ to: { transform: 'rotate(1turn)' } });
export const turning = style({ animation: `${turn} 1s linear infinite` });
export const ended = style({
  display: 'grid',
  gridTemplateColumns: 'auto minmax(0, 1fr) auto',
  alignItems: 'baseline',
  columnGap: space[8],
  padding: `${space[8]} ${space[12]}`,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  background: colour.background,
  color: colour.muted,
  fontSize: font.size[12],
  selectors: { '&[data-arrived="true"]': { animation: `${arrive} ${motion.arrive} ease-out` } },
});
export const endedTraded = style({ color: colour.text });
export const endedText = style({ gridColumn: '2 / -1' });
export const endedHead = style({ fontWeight: font.weight.medium });
export const endedTime = style({ color: colour.muted, fontSize: font.size[11] });
export const trouble = style({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: space[8],
  padding: `${space[8]} ${space[12]}`,
  color: colour.warning,
  background: tinted(colour.warning, tint.soft),
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
  fontSize: font.size[12],
});
export const key = style({
  padding: `0 ${space[4]}`,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  background: colour.raised,
  fontFamily: 'inherit',
});
export const byKey = style({ '@media': { [media.touch]: { display: 'none' } } });
/** How many wait for an answer: the only filled spot of the frame. */
export const badge = style({
  display: 'inline-grid',
  placeItems: 'center',
  minWidth: size.icon,
  height: size.icon,
  padding: `0 ${space[4]}`,
  borderRadius: size.round,
  background: colour.accent,
  color: colour.onFill,
  fontSize: font.size[11],
  fontWeight: font.weight.strong,
  lineHeight: 1,
});
export const bell = style([
  button.outlined,
  {
    minHeight: size.row,
    padding: `0 ${space[8]}`,
    fontSize: font.size[12],
    whiteSpace: 'nowrap',
    // There the bar at the foot counts them.
    '@media': { [media.touch]: { minHeight: size.rowTouch }, [media.narrow]: { display: 'none' } },
  },
]);
