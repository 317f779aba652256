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
export const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  justifyContent: 'space-between',
  gap: space[8],
});
export const title = style({ margin: 0, fontSize: font.size[13], fontWeight: font.weight.strong });
export const fields = style({
  display: 'grid',
  gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
  gap: space[12],
  alignItems: 'start',
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
export const actions = style({ display: 'flex', justifyContent: 'flex-end', gap: space[8] });
