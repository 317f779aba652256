import { keyframes, style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, motion, size, space } from '../../design/theme.css.ts';

export const viewport = style({
  position: 'fixed',
  left: `calc(${size.rail} + ${space[16]})`,
  bottom: `calc(${size.statusLine} + ${space[16]})`,
  display: 'flex',
  flexDirection: 'column',
  gap: space[8],
  width: size.toast,
  maxWidth: `calc(100% - ${space[32]})`,
  zIndex: 40,
  outline: 'none',
  // Over the top bar of a telephone, where it hides nothing that a finger or an eye needs in a hurry.
  '@media': { [media.narrow]: { inset: `${space[4]} ${space[8]} auto`, width: 'auto', maxWidth: 'none' } },
});
const enter = keyframes({ from: { opacity: 0, transform: `translateY(${space[8]})` } });
export const toast = style({
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) auto`,
  columnGap: space[12],
  alignItems: 'start',
  padding: space[12],
  background: colour.panel,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  boxShadow: colour.shadow,
  animation: `${enter} ${motion.quick} ease-out`,
  // One at a time where there is room for one; the next is seen when it has gone.
  '@media': { [media.narrow]: { selectors: { '&:not(:last-of-type)': { display: 'none' } } } },
});
export const icon = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  warning: { color: colour.warning },
  information: { color: colour.information },
});
export const title = style({ fontWeight: font.weight.strong });
export const text = style({ color: colour.muted, fontSize: font.size[12] });
/** Reaches into the padding of the notice, so that it is easy to hit and stands where an icon would. */
export const close = style({ margin: `calc(-1 * ${space[8]}) calc(-1 * ${space[8]}) 0 0` });
export const action = style({ marginTop: space[8] });
