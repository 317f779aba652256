import { style } from '@vanilla-extract/css';
import { colour, font, size, space } from './theme.css.ts';

/** A native popover that stands where it was asked for: a short form, with what it does at its end. */
export const sheet = style({
  position: 'fixed',
  inset: 'auto',
  margin: 0,
  width: `min(${size.editor}, calc(100% - ${space[16]}))`,
  padding: space[12],
  color: colour.text,
  gap: space[12],
  selectors: { '&:popover-open': { display: 'grid' } },
});
export const title = style({ margin: 0, fontSize: font.size[13], fontWeight: font.weight.strong });
export const actions = style({ display: 'flex', justifyContent: 'flex-end', gap: space[8] });
