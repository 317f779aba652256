import { style } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';
import { panelWidth } from '../../design/theme.ts';

export const form = style({
  display: 'grid',
  gap: space[8],
  padding: space[12],
  paddingTop: space[8],
  borderTop: `${size.hairline} solid ${colour.hairline}`,
});
export const actions = style({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: space[8] });
/** As high as a finger needs, which the buttons of a form are not everywhere. */
export const action = style({ '@media': { [media.touch]: { minHeight: size.rowTouch } } });
export const beside = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: space[8],
  '@container': { [panelWidth.requestsSlim]: { gridTemplateColumns: 'minmax(0, 1fr)' } },
});
/** Each is headed as the field beside it is. */
export const fills = style({ display: 'grid', gridAutoFlow: 'column', gap: space[4] });
export const fillPlace = style({ display: 'grid', gap: space[4] });
export const fillName = style({ color: colour.muted, fontSize: font.size[12], paddingLeft: space[8] });
export const fill = style({
  minHeight: size.control,
  padding: `0 ${space[8]}`,
  border: `${size.hairline} solid ${colour.hairline}`,
  borderRadius: size.radius,
  background: colour.raised,
  textAlign: 'right',
  fontWeight: font.weight.medium,
  selectors: { '&:hover:not(:disabled)': { borderColor: colour.faint }, '&:disabled': { opacity: 0.6 } },
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const standing = style({
  display: 'flex',
  alignItems: 'baseline',
  flexWrap: 'wrap',
  gap: `0 ${space[8]}`,
  padding: `${space[8]} ${space[12]}`,
  fontSize: font.size[12],
});
export const standingPrice = style({ fontSize: font.size[14], fontWeight: font.weight.strong });
export const version = style({ color: colour.muted });
export const blocked = style({ color: colour.warning, fontSize: font.size[12] });
/** Looks like the words around it, and is a list to choose from. */
export const accountFixed = style({ color: colour.muted, fontSize: font.size[12], padding: `0 ${space[8]}` });
export const account = style({
  marginRight: space[8],
  padding: 0,
  border: 0,
  background: colour.panel,
  color: colour.text,
  fontSize: font.size[12],
  cursor: 'pointer',
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
