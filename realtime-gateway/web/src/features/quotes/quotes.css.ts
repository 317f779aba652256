import { keyframes, style, styleVariants } from '@vanilla-extract/css';
import { tint } from '../../design/theme.ts';
import { colour, font, motion, size, space, tinted } from '../../design/theme.css.ts';

export const list = style({ containerType: 'inline-size', minHeight: '100%' });

const narrowPanel = '(max-width: 32.5rem)';
export const columns = style({
  gridTemplateColumns: 'minmax(7rem, 1.4fr) 1fr minmax(6rem, 1.1fr) minmax(6rem, 1.1fr) 1fr 4.5rem',
  '@container': { [narrowPanel]: { gridTemplateColumns: 'minmax(5rem, 1fr) minmax(5.5rem, 1fr) minmax(5.5rem, 1fr) 3.5rem' } },
});
export const spare = style({ '@container': { [narrowPanel]: { display: 'none' } } });

export const instrument = style({ display: 'flex', alignItems: 'baseline', gap: space[8], overflow: 'hidden', height: '100%', lineHeight: size.row });
export const symbol = style({ fontWeight: font.weight.medium });
export const name = style({ color: colour.faint, fontSize: font.size[11], overflow: 'hidden', textOverflow: 'ellipsis' });

export const stale = style({ opacity: 0.6 });
export const age = style({ display: 'inline-flex', alignItems: 'center', gap: space[4], fontSize: font.size[11] });

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
export const zeros = style({ color: colour.faint });
