import { style } from '@vanilla-extract/css';
// Before what follows, whose rules must win over the shared ones.
import '../../design/table.css.ts';
import { colour, font, media, size, space } from '../../design/theme.css.ts';
import { panelWidth, tracks } from '../../design/theme.ts';

export const list = style({ containerType: 'inline-size', minHeight: '100%' });
export const lines = style({
  display: 'grid',
  columnGap: space[12],
  gridTemplateColumns: tracks.positions,
  '@container': {
    [panelWidth.positionsSnug]: { columnGap: space[8], gridTemplateColumns: tracks.positionsSnug },
    [panelWidth.positionsSlim]: { gridTemplateColumns: tracks.positionsSlim },
  },
});
export const columns = style({
  gridColumn: 'all',
  gridTemplateColumns: 'subgrid',
  columnGap: 'inherit',
  contain: 'none',
});
export const spare = style({ '@container': { [panelWidth.positionsSnug]: { display: 'none' } } });
export const spareToo = style({ '@container': { [panelWidth.positionsSlim]: { display: 'none' } } });
/** What has no column stands below, where rows are high enough. */
export const stack = style({ display: 'grid', lineHeight: 1.25 });
export const under = style({
  display: 'none',
  color: colour.muted,
  fontSize: font.size[11],
  '@media': { [media.touch]: { '@container': { [panelWidth.positionsSlim]: { display: 'block' } } } },
});
export const instrument = style({
  height: '100%',
  fontWeight: font.weight.medium,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
/** Heads the positions of one account, for people with several. */
export const account = style({
  gridColumn: 'all',
  display: 'flex',
  alignItems: 'end',
  height: size.row,
  padding: `${space[4]} ${space[12]}`,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
  color: colour.muted,
  fontSize: font.size[11],
  fontWeight: font.weight.medium,
});
export const totals = style({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fill, minmax(${size.total}, 1fr))`,
  gap: `${space[4]} ${space[24]}`,
  flex: 'none',
  maxHeight: '40%',
  overflow: 'auto',
  padding: `${space[8]} ${space[12]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  fontSize: font.size[12],
});
/** Currencies and figures stand below each other. */
export const total = style({
  display: 'grid',
  gridTemplateColumns: `${size.currency} minmax(0, 1fr) minmax(0, 1fr)`,
  columnGap: space[8],
  whiteSpace: 'nowrap',
});
export const realised = style({ fontSize: font.size[11] });
