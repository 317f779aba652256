import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, space } from '../../design/theme.css.ts';

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
