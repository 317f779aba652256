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
  '@media': { [media.narrow]: { left: space[16], bottom: `calc(${size.tabBar} + ${space[16]})` } },
});
const enter = keyframes({ from: { opacity: 0, transform: `translateY(${space[8]})` } });
export const toast = style({
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) ${size.icon}`,
  columnGap: space[12],
  alignItems: 'start',
  padding: space[12],
  background: colour.panel,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  boxShadow: colour.shadow,
  animation: `${enter} ${motion.quick} ease-out`,
});
export const icon = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  warning: { color: colour.warning },
  information: { color: colour.information },
});
export const title = style({ fontWeight: font.weight.strong });
export const text = style({ color: colour.muted, fontSize: font.size[12] });
export const close = style({ color: colour.muted, ':hover': { color: colour.text } });
