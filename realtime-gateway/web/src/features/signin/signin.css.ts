import { style } from '@vanilla-extract/css';
import { colour, font, size, space } from '../../design/theme.css.ts';

export const page = style({
  display: 'grid',
  placeItems: 'center',
  height: '100%',
  padding: space[16],
  overflow: 'auto',
});
export const card = style({ width: '100%', maxWidth: size.signIn, display: 'grid', gap: space[24] });
export const brand = style({ display: 'flex', alignItems: 'center', gap: space[12] });
export const name = style({
  fontSize: font.size[28],
  fontWeight: font.weight.strong,
  letterSpacing: font.tracking.tight,
});
export const badge = style({ marginLeft: 'auto' });
export const form = style({
  display: 'grid',
  gap: space[16],
  padding: space[24],
  background: colour.panel,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
});
export const note = style({ color: colour.faint, fontSize: font.size[12], textAlign: 'center' });
