import { style, styleVariants } from '@vanilla-extract/css';
import { colour, font, media, size, space } from '../../design/theme.css.ts';

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
  gap: space[4],
  opacity: 0,
  selectors: {
    '*:hover > * > &, *[data-active="true"] > * > &, &:focus-within': { opacity: 1 },
  },
  '@media': { [media.touch]: { opacity: 1 } },
});
const actionShape = style({
  display: 'inline-flex',
  alignItems: 'center',
  gap: space[4],
  height: size.statusLine,
  padding: `0 ${space[8]}`,
  borderRadius: size.radius,
  border: `${size.hairline} solid ${colour.hairline}`,
  background: colour.raised,
  fontSize: font.size[12],
  fontWeight: font.weight.medium,
  '@media': {
    [media.touch]: { width: size.button, height: size.button, padding: 0, justifyContent: 'center' },
  },
});
export const action = styleVariants({
  usual: [actionShape, { color: colour.text, ':hover': { borderColor: colour.faint } }],
  dangerous: [actionShape, { color: colour.down, ':hover': { borderColor: colour.down } }],
});
export const actionWord = style({ '@media': { [media.touch]: { display: 'none' } } });
export const filter = style({ minWidth: size.filter });
