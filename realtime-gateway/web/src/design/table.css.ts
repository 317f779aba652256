import { keyframes, style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, motion, size, space, tinted } from './theme.css.ts';
import { tint } from './theme.ts';

/** Looks shared by every table of the floor. Column widths are set by the table itself. */
export const header = style({
  position: 'sticky',
  top: 0,
  zIndex: 2,
  display: 'grid',
  alignItems: 'center',
  height: size.row,
  padding: `0 ${space[12]}`,
  columnGap: space[12],
  background: colour.raised,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
  color: colour.muted,
  fontSize: font.size[11],
  fontWeight: font.weight.medium,
  whiteSpace: 'nowrap',
});

const arrive = keyframes({
  from: { background: tinted(colour.accent, tint.flash) },
  to: { background: 'transparent' },
});

export const row = style({
  position: 'relative',
  display: 'grid',
  alignItems: 'center',
  height: size.row,
  padding: `0 ${space[12]}`,
  columnGap: space[12],
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
  whiteSpace: 'nowrap',
  contain: 'layout style',
  selectors: {
    '&:hover': { background: tinted(colour.muted, tint.soft) },
    '&[data-selected="true"]': { background: tinted(colour.accent, tint.firm) },
    '&[data-active="true"]': { boxShadow: `inset ${size.accentEdge} 0 0 ${colour.accent}` },
    '&[data-arrived="true"]': { animation: `${arrive} ${motion.arrive} ease-out` },
  },
  '@media': { [media.touch]: { height: size.rowTouch } },
});

export const cell = style({ overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 });
export const right = style({ textAlign: 'right', justifyContent: 'flex-end' });
export const muted = style({ color: colour.muted });
export const strong = style({ fontWeight: font.weight.medium });
export const tone = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  flat: { color: colour.muted },
  warning: { color: colour.warning },
});

export const sortButton = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[4],
  width: '100%',
  height: '100%',
  color: 'inherit',
  fontWeight: 'inherit',
  ':hover': { color: colour.text },
});
/** The mark stands before the word, so that the word ends where its figures end. */
export const sortRight = style({ flexDirection: 'row-reverse', justifyContent: 'flex-start' });
export const sortMark = style({ display: 'inline-flex', width: space[12] });
