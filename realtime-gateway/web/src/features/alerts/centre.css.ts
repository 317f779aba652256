import { style, styleVariants } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
import * as drawer from '../../design/drawer.css.ts';
import { colour, font, media, size, space, tinted } from '../../design/theme.css.ts';
import { tint } from '../../design/theme.ts';

export {
  count,
  head,
  line as card,
  list,
  name as noticeTitle,
  title,
  tool,
  words,
} from '../../design/drawer.css.ts';
export const tools = style({ marginLeft: 'auto', display: 'flex' });
export const note = style({ margin: 0, padding: `${space[16]} ${space[12]}`, color: colour.muted });
export const fault = style({
  margin: 0,
  padding: `${space[8]} ${space[12]}`,
  color: colour.text,
  background: tinted(colour.down, tint.soft),
});
export const notice = style([
  drawer.line,
  {
    alignItems: 'start',
    selectors: { '&[data-unread="true"]': { background: tinted(colour.accent, tint.soft) } },
  },
]);
export const icon = styleVariants({
  up: { color: colour.up },
  down: { color: colour.down },
  warning: { color: colour.warning },
  information: { color: colour.information },
});
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
