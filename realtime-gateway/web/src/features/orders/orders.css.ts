import { style } from '@vanilla-extract/css';
// Before what follows, whose rules must win over the shared ones.
import { row } from '../../design/table.css.ts';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

export const grid = style({
  height: '100%',
  overflow: 'auto',
  position: 'relative',
  outlineOffset: `calc(-1 * ${size.accentEdge})`,
});
export const track = style({ position: 'relative' });
export const rows = style({ position: 'relative' });
export const virtualRow = style([row, { position: 'absolute', top: 0, left: 0, right: 0 }]);
export const status = style({
  display: 'flex',
  height: '100%',
  alignItems: 'center',
  gap: space[8],
  maxWidth: '100%',
});
export const reason = style({
  color: colour.muted,
  fontSize: font.size[11],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
/** Row actions appear with the pointer and with the focus. */
export const actionPlace = style({
  position: 'absolute',
  top: 0,
  right: space[8],
  height: '100%',
  display: 'flex',
  alignItems: 'center',
  opacity: 0,
  selectors: {
    '*:hover > * > &, *[data-active="true"] > * > &, &:focus-within': { opacity: 1 },
  },
  '@media': { [media.touch]: { opacity: 1 } },
});
export const action = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  height: size.statusLine,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  color: colour.down,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
  ':hover': { borderColor: colour.down },
  '@media': {
    [media.touch]: { width: size.button, height: size.button, padding: 0, justifyContent: 'center' },
  },
});
export const actionWord = style({ '@media': { [media.touch]: { display: 'none' } } });
export const filter = style({ minWidth: size.filter });
export const twoLines = style({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', lineHeight: 1.25 });
export const secondLine = style({
  color: colour.muted,
  fontSize: font.size[11],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});

/** New orders that wait until nobody points at the rows. */
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
