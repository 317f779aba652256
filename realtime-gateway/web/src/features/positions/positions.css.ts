import { style } from '@vanilla-extract/css';
import { colour, font, size, space } from '../../design/theme.css.ts';

export const list = style({ containerType: 'inline-size', minHeight: '100%' });
const tight = '(max-width: 34rem)';
const tighter = '(max-width: 24rem)';
export const lines = style({
  display: 'grid',
  columnGap: space[12],
  gridTemplateColumns: '[all-start] minmax(4.5rem, 1fr) repeat(5, minmax(3.5rem, auto)) [all-end]',
  '@container': {
    [tight]: { gridTemplateColumns: '[all-start] minmax(4rem, 1fr) repeat(4, minmax(3rem, auto)) [all-end]' },
    [tighter]: {
      gridTemplateColumns: '[all-start] minmax(4rem, 1fr) repeat(3, minmax(3rem, auto)) [all-end]',
    },
  },
});
export const columns = style({
  gridColumn: 'all',
  gridTemplateColumns: 'subgrid',
  columnGap: 'inherit',
  contain: 'none',
});
export const spare = style({ '@container': { [tight]: { display: 'none' } } });
export const spareToo = style({ '@container': { [tighter]: { display: 'none' } } });
export const instrument = style({
  height: '100%',
  fontWeight: font.weight.medium,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
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
