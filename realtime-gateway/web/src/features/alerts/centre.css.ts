import { style, styleVariants } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export const head = style({
  position: 'sticky',
  top: 0,
  zIndex: 1,
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  minHeight: size.panelHead,
  padding: `0 ${space[4]} 0 ${space[12]}`,
  background: colour.panel,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const title = style({ fontSize: font.size[13], fontWeight: font.weight.strong });
export const count = style({ color: colour.faint, fontSize: font.size[12], whiteSpace: 'nowrap' });
export const tools = style({ marginLeft: 'auto', display: 'flex' });
export const tool = style({
  marginLeft: 'auto',
  minHeight: size.row,
  padding: `0 ${space[8]}`,
  fontSize: font.size[12],
  whiteSpace: 'nowrap',
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
});
export const list = style({ margin: 0, padding: 0, listStyle: 'none' });
export const note = style({ margin: 0, padding: `${space[16]} ${space[12]}`, color: colour.muted });
export const fault = style({
  margin: 0,
  padding: `${space[8]} ${space[12]}`,
  color: colour.text,
  background: tinted(colour.down, tint.soft),
});
const line = style({
  display: 'grid',
  gridTemplateColumns: `${size.icon} minmax(0, 1fr) auto`,
  columnGap: space[12],
  alignItems: 'start',
  padding: `${space[8]} ${space[12]}`,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const card = style([line, { alignItems: 'center' }]);
export const notice = style([
  line,
  { selectors: { '&[data-unread="true"]': { background: tinted(colour.accent, tint.soft) } } },
]);
export const icon = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  warning: { color: colour.warning },
  information: { color: colour.information },
});
export const words = style({ display: 'grid', minWidth: 0 });
export const noticeTitle = style({ fontWeight: font.weight.medium, overflowWrap: 'anywhere' });
export const text = style({ color: colour.muted, fontSize: font.size[12], overflowWrap: 'anywhere' });
export const when = style({
  color: colour.faint,
  fontSize: font.size[12],
  fontVariantNumeric: 'tabular-nums',
});
export const time = style({
  color: colour.muted,
  fontSize: font.size[12],
  fontVariantNumeric: 'tabular-nums',
  whiteSpace: 'nowrap',
});
export const unseen = style(hiddenFromSight);
export const press = style({ '@media': { [media.touch]: { minHeight: size.rowTouch } } });
