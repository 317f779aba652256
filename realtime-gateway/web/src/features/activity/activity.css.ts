import { style, styleVariants } from '@vanilla-extract/css';
import { colour, size, space } from '../../design/theme.css.ts';

export const status = style({ display: 'flex', height: '100%', alignItems: 'center', gap: space[8] });
export const word = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  warning: { color: colour.warning },
  accent: { color: colour.text },
  neutral: { color: colour.muted },
});
export const filter = style({ display: 'grid', gap: space[12], padding: space[8], minWidth: size.menu });
export const reason = style({ color: colour.muted });
export const fault = style({ color: colour.warning });
