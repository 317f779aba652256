import { keyframes, style, styleVariants } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export const edge = styleVariants({
  BUY: { borderTop: `${size.accentEdge} solid ${colour.up}` },
  SELL: { borderTop: `${size.accentEdge} solid ${colour.down}` },
});
export const frame = style({
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  minWidth: 0,
  background: colour.panel,
});
export const form = style({ display: 'grid', gap: space[12], padding: space[12] });
export const pair = style({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: space[12] });

const validityShape = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  marginTop: `calc(-1 * ${space[4]})`,
  fontSize: font.size[12],
});
export const validity = styleVariants({
  quiet: [validityShape, { color: colour.muted }],
  soon: [validityShape, { color: colour.warning }],
});

export const sides = style({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: space[4] });
const sideShape = style({
  minHeight: size.button,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  textAlign: 'center',
  fontSize: font.size[14],
  fontWeight: font.weight.strong,
  color: colour.muted,
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
const sideTone = (value: string) => ({
  selectors: {
    '&[data-state="on"]': {
      color: value,
      background: tinted(value, tint.soft),
      borderColor: value,
    },
  },
});
export const side = styleVariants({
  BUY: [sideShape, sideTone(colour.up)],
  SELL: [sideShape, sideTone(colour.down)],
});

export const stepper = style({
  display: 'grid',
  gridTemplateColumns: `${size.control} minmax(0, 1fr) ${size.control}`,
  '@media': { [media.touch]: { gridTemplateColumns: `${size.rowTouch} minmax(0, 1fr) ${size.rowTouch}` } },
});
export const stepButton = style({
  display: 'grid',
  placeItems: 'center',
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.panel,
  color: colour.muted,
  selectors: {
    '&:hover:not(:disabled)': { background: colour.raised, color: colour.text },
    '&:first-child': { borderRadius: `${size.radius} 0 0 ${size.radius}`, borderRight: 0 },
    '&:last-child': { borderRadius: `0 ${size.radius} ${size.radius} 0`, borderLeft: 0 },
  },
});
export const stepInput = style({ borderRadius: 0 });

export const touch = style({ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: space[4] });
const touchShape = style({
  position: 'relative',
  display: 'grid',
  gap: space[2],
  padding: `${space[8]} ${space[12]}`,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  selectors: { '&:hover:not(:disabled)': { borderColor: colour.faint }, '&:disabled': { opacity: 0.6 } },
});
export const touchSide = styleVariants({
  bid: [touchShape, { textAlign: 'left' }],
  ask: [touchShape, { textAlign: 'right' }],
});
export const touchLabel = style({ color: colour.muted, fontSize: font.size[11] });
export const touchPrice = styleVariants({
  bid: { fontSize: font.size[16], fontWeight: font.weight.strong, color: colour.down },
  ask: { fontSize: font.size[16], fontWeight: font.weight.strong, color: colour.up },
});
export const touchMeaning = style(hiddenFromSight);
export const touchSize = style({ color: colour.muted, fontSize: font.size[11] });

export const preview = style({
  minHeight: size.preview,
  padding: `${space[8]} ${space[12]}`,
  borderRadius: size.radius,
  background: colour.raised,
  color: colour.muted,
  fontSize: font.size[12],
});
export const blocked = style({ color: colour.warning });

export const life = style({
  display: 'grid',
  padding: `${space[12]} ${space[12]} ${space[16]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
});
export const lifeHead = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  marginBottom: space[8],
});
export const lifeTitle = style({
  fontWeight: font.weight.strong,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
export const lifeClose = style({ marginLeft: 'auto' });
export const step = style({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) auto`,
  columnGap: space[8],
  alignItems: 'start',
  paddingBottom: space[12],
  selectors: {
    '&:not(:last-child)::before': {
      content: '',
      position: 'absolute',
      left: `calc(${size.icon} / 2)`,
      top: size.icon,
      bottom: `calc(-1 * ${space[2]})`,
      width: size.hairline,
      background: colour.hairline,
    },
    '&:last-child': { paddingBottom: 0 },
  },
});
const turn = keyframes({ to: { transform: 'rotate(1turn)' } });
export const stepIcon = styleVariants({
  done: { color: colour.up, marginTop: space[2] },
  now: { color: colour.accent, marginTop: space[2] },
  ahead: { color: colour.faint, marginTop: space[2] },
  failed: { color: colour.down, marginTop: space[2] },
  unknown: { color: colour.warning, marginTop: space[2] },
});
export const turning = style({ animation: `${turn} 1s linear infinite` });
export const stepName = styleVariants({
  done: {},
  now: { fontWeight: font.weight.medium },
  ahead: { color: colour.faint },
  failed: { color: colour.down, fontWeight: font.weight.medium },
  unknown: { color: colour.warning, fontWeight: font.weight.medium },
});
export const stepTime = style({ color: colour.faint, fontSize: font.size[11] });
export const stepNote = style({ gridColumn: '2 / -1', color: colour.muted, fontSize: font.size[12] });

export const legend = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${space[4]} ${space[12]}`,
  marginTop: 'auto',
  padding: space[12],
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  color: colour.faint,
  fontSize: font.size[11],
  '@media': { [media.touch]: { display: 'none' }, [media.low]: { display: 'none' } },
});
export const key = style({
  padding: `0 ${space[4]}`,
  marginRight: space[4],
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  color: colour.muted,
  background: colour.raised,
  fontFamily: 'inherit',
});
export const scroll = style({
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  display: 'flex',
  flexDirection: 'column',
});
