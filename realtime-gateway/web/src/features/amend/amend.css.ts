import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

export const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: space[8],
});
export const fields = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: space[12],
  alignItems: 'start',
  '@media': { [media.touch]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
});
const line = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[4],
  minHeight: size.statusLine,
  fontSize: font.size[12],
});
export const silent = style([line, { color: colour.muted }]);
export const progress = styleVariants({
  wait: [line, { color: colour.warning }],
  bad: [line, { color: colour.down }],
});
