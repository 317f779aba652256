import { style } from '@vanilla-extract/css';
import { hiddenFromSight } from '../../design/controls.css.ts';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

export const status = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  fontSize: font.size[12],
  whiteSpace: 'nowrap',
});
export const unseen = style(hiddenFromSight);
export const note = style({ color: colour.faint, fontSize: font.size[12], fontWeight: font.weight.regular });

export const opener = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  height: size.control,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  color: colour.text,
  whiteSpace: 'nowrap',
  ':hover': { background: colour.raised },
  '@media': { [media.touch]: { height: size.rowTouch, minWidth: size.rowTouch, justifyContent: 'center' } },
});
export const openerCount = style({ fontVariantNumeric: 'tabular-nums' });
export const openerWord = style({ color: colour.muted, '@media': { [media.narrow]: hiddenFromSight } });

export const sheet = style({
  padding: 0,
  width: `min(${size.requests}, calc(100% - 2 * ${space[8]}))`,
});
export const sheetHead = style({
  position: 'sticky',
  top: 0,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: space[8],
  minHeight: size.panelHead,
  padding: `0 ${space[12]}`,
  background: colour.panel,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const title = style({ fontSize: font.size[13], fontWeight: font.weight.strong });
export const firms = style({ display: 'grid', gap: space[8], padding: `${space[8]} 0` });
export const firm = style({
  display: 'flex',
  justifyContent: 'space-between',
  gap: space[8],
  padding: `${space[4]} ${space[12]}`,
  color: colour.muted,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
});
export const list = style({ margin: 0, padding: 0, listStyle: 'none' });
export const person = style({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'center',
  gap: `0 ${space[8]}`,
  padding: `${space[4]} ${space[12]}`,
});
export const personName = style({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' });
export const personStatus = style({ justifySelf: 'end' });
export const message = style({ color: colour.muted, fontSize: font.size[12], overflowWrap: 'anywhere' });
export const since = style({
  color: colour.faint,
  fontSize: font.size[12],
  textAlign: 'right',
  fontVariantNumeric: 'tabular-nums',
});

export const choices = style({ margin: 0, padding: 0, border: 0 });
export const words = style({ padding: `${space[8]} ${space[12]} 0` });
export const messageLine = style({ display: 'flex', gap: space[8] });
