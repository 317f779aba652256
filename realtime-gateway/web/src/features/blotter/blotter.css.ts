import { style } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
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
