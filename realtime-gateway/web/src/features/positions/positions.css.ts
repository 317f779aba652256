import { style } from '@vanilla-extract/css';
import { colour, font, size, space } from '../../design/theme.css.ts';

export const list = style({ containerType: 'inline-size', minHeight: '100%' });
const tight = '(max-width: 33rem)';
const tighter = '(max-width: 25rem)';
export const columns = style({
  gridTemplateColumns: 'minmax(4.5rem, 1fr) repeat(5, minmax(4.5rem, 1fr))',
  '@container': {
    [tight]: { gridTemplateColumns: 'minmax(4.5rem, 1fr) repeat(4, minmax(4rem, 1fr))' },
    [tighter]: { gridTemplateColumns: 'minmax(4.5rem, 1fr) repeat(3, minmax(4rem, 1fr))' },
  },
});
export const spare = style({ '@container': { [tight]: { display: 'none' } } });
export const spareToo = style({ '@container': { [tighter]: { display: 'none' } } });
export const instrument = style({ height: '100%', fontWeight: font.weight.medium, overflow: 'hidden', textOverflow: 'ellipsis' });
export const totals = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${space[4]} ${space[16]}`,
  flex: 'none',
  padding: `${space[8]} ${space[12]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  fontSize: font.size[12],
});
export const total = style({ display: 'inline-flex', gap: space[8] });
