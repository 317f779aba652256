import { style, styleVariants } from '@vanilla-extract/css';
// Before what follows, whose rules must win over the shared ones.
import { button, chip } from '../../design/controls.css.ts';
import { colour, font, media, size, space } from '../../design/theme.css.ts';
import { panelWidth } from '../../design/theme.ts';

export const rung = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) max-content max-content',
  alignItems: 'center',
  columnGap: space[12],
  minHeight: size.button,
  padding: `${space[4]} ${space[8]} ${space[4]} ${space[12]}`,
  borderTop: `${size.hairline} solid ${colour.hairline}`,
  '@media': { [media.touch]: { minHeight: size.tabBar } },
  '@container': { [panelWidth.requestsSnug]: { gridTemplateColumns: 'minmax(0, 1fr) max-content' } },
});
export const dealer = style({ display: 'grid', minWidth: 0, lineHeight: 1.3 });
export const dealerFirm = style({
  display: 'flex',
  minWidth: 0,
  alignItems: 'center',
  gap: space[8],
  fontWeight: font.weight.medium,
  whiteSpace: 'nowrap',
});
export const cut = style({
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
});
export const under = style({ color: colour.muted, fontSize: font.size[11] });
export const best = style([
  chip.information,
  { padding: `0 ${space[4]}`, fontSize: font.size[11], flex: 'none' },
]);
export const price = style({
  fontSize: font.size[14],
  fontWeight: font.weight.strong,
  textAlign: 'right',
  // The button beside it says it too.
  '@container': { [panelWidth.requestsSnug]: { display: 'none' } },
});
export const waiting = style({
  gridColumn: '2 / -1',
  justifySelf: 'end',
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[8],
  color: colour.muted,
  fontSize: font.size[12],
  paddingRight: space[4],
});
/** Sits beside the price in the ladder: lower than the button of a form. */
const pressShape = {
  minWidth: size.press,
  '@media': { [media.touch]: { minHeight: size.rowTouch } },
};
export const press = styleVariants({
  buy: [button.buy, pressShape],
  sell: [button.sell, pressShape],
  outlined: [button.outlined, pressShape],
});
