import { keyframes, style, styleVariants } from '@vanilla-extract/css';
// Before what follows, whose rules must win over the shared ones.
import '../../design/table.css.ts';
import { colour, font, media, motion, size, space, tinted } from '../../design/theme.css.ts';
import { panelWidth, tint, tracks } from '../../design/theme.ts';

export const list = style({ containerType: 'inline-size', minHeight: '100%' });

/** Columns are as wide as their figures; every row follows the same ones. */
export const lines = style({
  display: 'grid',
  columnGap: space[12],
  gridTemplateColumns: tracks.quotes,
  '@container': {
    [panelWidth.quotesSnug]: { columnGap: space[8], gridTemplateColumns: tracks.quotesSnug },
    [panelWidth.quotesSlim]: { columnGap: space[4], gridTemplateColumns: tracks.quotesSlim },
  },
});
export const columns = style({
  gridColumn: 'all',
  gridTemplateColumns: 'subgrid',
  columnGap: 'inherit',
  contain: 'none',
});
export const spare = style({ '@container': { [panelWidth.quotesSlim]: { display: 'none' } } });

export const instrument = style({
  display: 'flex',
  alignItems: 'baseline',
  gap: space[8],
  overflow: 'hidden',
  height: '100%',
  lineHeight: size.row,
  '@media': { [media.touch]: { lineHeight: size.rowTouch } },
});
export const symbol = style({ fontWeight: font.weight.medium });
export const name = style({
  color: colour.muted,
  fontSize: font.size[11],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  '@container': { [panelWidth.quotesSnug]: { display: 'none' } },
});

/** Ends where the prices below it end. */
export const priceHead = style({ paddingRight: space[4] });
export const age = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: space[4],
  fontSize: font.size[11],
});

const flash = (value: string) => ({
  from: { background: tinted(value, tint.flash) },
  '45%': { background: tinted(value, tint.flash) },
  to: { background: 'transparent' },
});
const flashUp = keyframes(flash(colour.up));
const flashDown = keyframes(flash(colour.down));

export const price = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: space[4],
  width: '100%',
  height: size.statusLine,
  padding: `0 ${space[4]}`,
  '@media': { [media.touch]: { height: size.button } },
  borderRadius: size.radius,
  border: `${size.hairline} solid transparent`,
  textAlign: 'right',
  selectors: { 'button&:hover': { borderColor: colour.faint, background: colour.raised } },
});
export const flashing = styleVariants({
  up: { animation: `${flashUp} ${motion.flash} ease-out` },
  down: { animation: `${flashDown} ${motion.flash} ease-out` },
  none: {},
});
export const arrow = styleVariants({
  up: { color: colour.up, fontSize: font.size[11], width: space[12] },
  down: { color: colour.down, fontSize: font.size[11], width: space[12] },
  none: { width: space[12] },
});
/** Zeros in front carry no news. */
export const zeros = style({ opacity: 0.8 });
