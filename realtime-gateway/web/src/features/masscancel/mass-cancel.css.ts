import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, size, space } from '../../design/theme.css.ts';

export const sheet = style({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  width: `min(${size.editor}, calc(100% - ${space[16]}))`,
  padding: space[12],
  color: colour.text,
  gap: space[12],
  selectors: { '&:popover-open': { display: 'grid' } },
});
export const title = style({ margin: 0, fontSize: font.size[13], fontWeight: font.weight.strong });
export const form = style({ display: 'grid', gap: space[12] });
export const note = style({ margin: 0, color: colour.muted, fontSize: font.size[12] });
const headShape = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[4],
  margin: `0 0 ${space[4]}`,
  fontWeight: font.weight.medium,
});
export const head = styleVariants({
  wait: [headShape, { color: colour.warning }],
  good: [headShape, { color: colour.text }],
  bad: [headShape, { color: colour.down }],
});
export const actions = style({ display: 'flex', justifyContent: 'flex-end', gap: space[8] });
