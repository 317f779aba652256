import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, motion, size, space, tinted } from './theme.css.ts';
import { tint } from './theme.ts';

/** Still told to screen readers. */
export const hiddenFromSight = {
  position: 'absolute',
  width: size.hairline,
  height: size.hairline,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const;

const buttonShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: space[8],
  minHeight: size.control,
  padding: `0 ${space[12]}`,
  borderRadius: size.radius,
  fontWeight: font.weight.medium,
  transition: `background ${motion.quick}, border-color ${motion.quick}`,
  ':disabled': { opacity: 0.5 },
  selectors: { '&[aria-disabled="true"]': { opacity: 0.5, cursor: 'not-allowed' } },
});

/** What cannot be pressed now may say why, so some buttons keep their focus: they are disabled by word only. */
const PRESSABLE = '&:hover:not(:disabled):not([aria-disabled="true"])';

const filled = (fill: string) => ({
  background: fill,
  color: colour.onFill,
  fontWeight: font.weight.strong,
  ':disabled': { background: colour.raised, color: colour.muted, opacity: 1 },
  selectors: {
    [PRESSABLE]: { background: `color-mix(in srgb, ${fill} 88%, ${colour.text})` },
    '&[aria-disabled="true"]': { background: colour.raised, color: colour.muted, opacity: 1 },
  },
});

export const button = styleVariants({
  quiet: [
    buttonShape,
    {
      color: colour.muted,
      selectors: { [PRESSABLE]: { background: colour.raised, color: colour.text } },
    },
  ],
  outlined: [
    buttonShape,
    {
      border: `${size.hairline} solid ${colour.hairline}`,
      background: colour.panel,
      selectors: { [PRESSABLE]: { background: colour.raised, borderColor: colour.faint } },
    },
  ],
  accent: [buttonShape, filled(colour.accent)],
  buy: [buttonShape, filled(colour.up)],
  sell: [buttonShape, filled(colour.down)],
});

export const fullWidth = style({ width: '100%', minHeight: size.button });

export const field = style({ display: 'flex', flexDirection: 'column', gap: space[4], minWidth: 0 });
export const label = style({
  display: 'flex',
  justifyContent: 'space-between',
  gap: space[8],
  fontSize: font.size[12],
  color: colour.muted,
  whiteSpace: 'nowrap',
});
export const hint = style({ fontSize: font.size[12], color: colour.faint });
export const caution = style({ fontSize: font.size[12], color: colour.warning });
export const fault = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[4],
  fontSize: font.size[12],
  color: colour.down,
});

export const input = style({
  width: '100%',
  minWidth: 0,
  height: size.control,
  padding: `0 ${space[8]}`,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  background: colour.raised,
  color: colour.text,
  ':hover': { borderColor: colour.faint },
  ':focus': {
    outline: 'none',
    borderColor: colour.accent,
    boxShadow: `0 0 0 ${size.hairline} ${colour.accent}`,
  },
  '::placeholder': { color: colour.faint },
  selectors: {
    '&[aria-invalid="true"]': { borderColor: colour.down },
    '&[aria-invalid="true"]:focus': { boxShadow: `0 0 0 ${size.hairline} ${colour.down}` },
    '&:disabled': { opacity: 0.6 },
  },
  '@media': { [media.touch]: { height: size.rowTouch, fontSize: font.size[16] } },
});
export const number = style({ textAlign: 'right' });

export const segmented = style({
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: 'minmax(0, 1fr)',
  padding: space[2],
  gap: space[2],
  borderRadius: size.radius,
  background: colour.raised,
  border: `${size.hairline} solid ${colour.hairline}`,
});
export const segment = style({
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  borderRadius: `calc(${size.radius} - ${size.hairline})`,
  textAlign: 'center',
  color: colour.muted,
  fontWeight: font.weight.medium,
  selectors: {
    '&:hover': { color: colour.text },
    '&[data-state="on"]': {
      background: colour.panel,
      color: colour.text,
      boxShadow: `0 0 0 ${size.hairline} ${colour.hairline}`,
    },
  },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});

/** Within the head of a panel each choice is as wide as its word: a head has no room to give away. */
export const headSegmented = style([segmented, { gridAutoColumns: 'auto', flex: 'none' }]);
/** There a choice is lower than in a form, too. */
export const headSegment = style([
  segment,
  {
    minHeight: size.statusLine,
    fontSize: font.size[12],
    whiteSpace: 'nowrap',
    '@media': { [media.touch]: { minHeight: size.button } },
  },
]);

const chipShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  padding: `${space[2]} ${space[8]}`,
  borderRadius: size.radius,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
  whiteSpace: 'nowrap',
});
const toned = (tone: string) => ({ color: tone, background: tinted(tone, tint.soft) });
export const chip = styleVariants({
  neutral: [chipShape, { color: colour.muted, background: colour.raised }],
  up: [chipShape, toned(colour.up)],
  down: [chipShape, toned(colour.down)],
  warning: [chipShape, toned(colour.warning)],
  information: [chipShape, toned(colour.information)],
});

/** A button that is an icon only: larger than it looks. */
export const iconButton = style({
  display: 'grid',
  placeItems: 'center',
  width: size.row,
  height: size.row,
  borderRadius: size.radius,
  color: colour.muted,
  ':hover': { color: colour.text, background: colour.raised },
  '@media': { [media.touch]: { width: size.rowTouch, height: size.rowTouch } },
});

export const floating = style({
  padding: space[4],
  minWidth: size.menu,
  background: colour.panel,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  boxShadow: colour.shadow,
  zIndex: 20,
});
