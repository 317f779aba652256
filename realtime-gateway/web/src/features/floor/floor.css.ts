import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

export const page = style({
  display: 'grid',
  height: '100dvh',
  gridTemplate: `
    "top    top"    auto
    "banner banner" auto
    "rail   work"   minmax(0, 1fr)
    "status status" auto
    / ${size.rail} minmax(0, 1fr)`,
  '@media': {
    [media.narrow]: {
      gridTemplate: `
        "top"    auto
        "banner" auto
        "work"   minmax(0, 1fr)
        "tabs"   auto
        / minmax(0, 1fr)`,
    },
  },
});
/** What stands above the floor makes it lower and covers nothing. */
export const banners = style({ gridArea: 'banner', display: 'grid' });
export const work = style({ gridArea: 'work', display: 'grid', minHeight: 0, background: colour.hairline });
export const tables = style({
  display: 'grid',
  gap: size.hairline,
  minWidth: 0,
  minHeight: 0,
  background: colour.hairline,
});
export const tablesWide = style({
  gridTemplate: `
    "quotes positions" minmax(0, 45fr)
    "orders orders"    minmax(0, 55fr)
    / minmax(0, 52fr) minmax(0, 48fr)`,
  '@media': { [media.snug]: { gridTemplateColumns: 'minmax(0, 56fr) minmax(0, 44fr)' } },
});
export const tablesMedium = style({
  gridTemplate: 'minmax(0, 38fr) minmax(0, 36fr) minmax(0, 26fr) / minmax(0, 1fr)',
});
/** The blotter has more columns than the cards have width. */
export const book = style({
  display: 'grid',
  gridTemplateColumns: `minmax(0, 1fr) minmax(${size.requests}, 36%)`,
  gap: size.hairline,
  minHeight: 0,
  background: colour.hairline,
});
/** On a telephone the tables are chosen from a line of their own. */
export const stacked = style({
  display: 'grid',
  gridTemplateRows: 'auto minmax(0, 1fr)',
  minHeight: 0,
  minWidth: 0,
});
export const stackedTabs = style({
  display: 'grid',
  padding: space[8],
  overflowX: 'auto',
  background: colour.panel,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const counted = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  gap: space[4],
});
export const spanning = style({ gridColumn: '1 / -1', display: 'grid', minHeight: 0, minWidth: 0 });
export const single = style({ display: 'grid', minHeight: 0, minWidth: 0 });
export const divider = style({
  width: size.hairline,
  background: colour.hairline,
  position: 'relative',
  cursor: 'col-resize',
  touchAction: 'none',
  selectors: {
    '&::after': { content: '', position: 'absolute', inset: `0 calc(-1 * ${space[4]})`, zIndex: 5 },
    '&:hover, &:focus-visible': { background: colour.accent },
  },
});

export const bottomBar = style({
  gridArea: 'tabs',
  display: 'grid',
  gridAutoFlow: 'column',
  gridAutoColumns: '1fr',
  height: size.tabBar,
  background: colour.panel,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
});
export const bottomTab = style({
  display: 'grid',
  justifyItems: 'center',
  alignContent: 'center',
  gap: space[4],
  color: colour.muted,
  textAlign: 'center',
  fontSize: font.size[11],
  selectors: { '&[aria-current="page"]': { color: colour.accent } },
});
export const bottomIcon = style({ position: 'relative', display: 'grid' });
export const bottomBadge = style({
  position: 'absolute',
  left: `calc(100% - ${space[4]})`,
  bottom: `calc(100% - ${space[8]})`,
});
