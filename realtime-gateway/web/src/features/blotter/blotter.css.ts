import { style } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
// Before what follows, whose rules must win over the shared ones.
import { row } from '../../design/table.css.ts';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

export const head = style({
  position: 'relative',
  height: '100%',
  minWidth: 0,
  // Where a head that is dragged would come to stand.
  selectors: {
    '&[data-target="true"]': { boxShadow: `inset 0 calc(-1 * ${size.accentEdge}) ${colour.accent}` },
  },
});
/** Over the gap to the next column, as wide as a pointer needs. */
export const edge = style({
  position: 'absolute',
  top: 0,
  bottom: 0,
  right: `calc(-1 * ${space[12]})`,
  width: space[12],
  cursor: 'col-resize',
  touchAction: 'none',
  selectors: {
    '&::after': {
      content: '',
      position: 'absolute',
      top: space[8],
      bottom: space[8],
      left: '50%',
      width: size.hairline,
      background: colour.hairline,
    },
    '&:hover::after': { background: colour.accent, top: 0, bottom: 0 },
  },
  '@media': { [media.touch]: { display: 'none' } },
});
export const told = style(hiddenFromSight);

/** What a tool does is not seen where the tool is closed; that it does something is. */
export const tool = style({ selectors: { '&[data-in-use="true"]': { color: colour.accent } } });
export const menu = style({ position: 'fixed', inset: 'auto', margin: 0, color: colour.text });
export const choices = style({ display: 'grid' });
export const choice = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto auto',
  alignItems: 'center',
  borderRadius: size.radius,
  ':hover': { background: colour.raised },
});
export const choiceName = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  cursor: 'pointer',
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const check = style({ margin: 0, accentColor: colour.accent });
export const reset = style({
  width: '100%',
  marginTop: space[4],
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: 0,
  fontSize: font.size[12],
});

export const grid = style({
  height: '100%',
  overflow: 'auto',
  position: 'relative',
  outlineOffset: `calc(-1 * ${size.accentEdge})`,
});
export const track = style({ position: 'relative' });
export const rows = style({ position: 'relative' });
export const virtualRow = style([row, { position: 'absolute', top: 0, left: 0, right: 0 }]);

/** New rows that wait until nobody points at the rows. */
export const waiting = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  height: size.statusLine,
  padding: `0 ${space[8]}`,
  borderRadius: size.round,
  background: colour.accent,
  color: colour.onFill,
  fontSize: font.size[12],
  fontWeight: font.weight.strong,
  whiteSpace: 'nowrap',
  ':hover': { background: `color-mix(in srgb, ${colour.accent} 88%, ${colour.text})` },
  '@media': { [media.touch]: { height: size.button } },
});

export const endLine = style({
  display: 'grid',
  minHeight: size.row,
  color: colour.muted,
  fontSize: font.size[12],
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const endCell = style({
  position: 'sticky',
  left: 0,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'center',
  gap: space[8],
  padding: `0 ${space[12]}`,
});
export const endFault = style({ color: colour.down });
export const endReason = style({ color: colour.text });
export const endAction = style({
  minHeight: size.statusLine,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  color: colour.accent,
  fontWeight: font.weight.medium,
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});

export const twoLines = style({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', lineHeight: 1.25 });
export const secondLine = style({
  color: colour.muted,
  fontSize: font.size[11],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
