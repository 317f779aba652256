import { keyframes, style } from '@vanilla-extract/css';
import { colour, font, media, size, space, tinted } from './theme.css.ts';

export const panel = style({
  display: 'flex',
  flexDirection: 'column',
  minWidth: 0,
  minHeight: 0,
  background: colour.panel,
  overflow: 'hidden',
});
export const head = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
  height: size.panelHead,
  flex: 'none',
  '@media': { [media.touch]: { height: size.tabBar } },
  padding: `0 ${space[12]}`,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
});
export const title = style({ fontSize: font.size[13], fontWeight: font.weight.strong });
/** The first to give way where the head is full, and wholly: words that do not fit go into a line that nobody sees. */
export const count = style({
  display: 'flex',
  flexWrap: 'wrap',
  flex: '1 1 0',
  minWidth: 0,
  height: size.countLine,
  lineHeight: size.countLine,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  color: colour.faint,
  fontSize: font.size[12],
  '::before': { content: '', width: 0, height: '100%' },
});
export const tools = style({
  flex: 'none',
  marginLeft: 'auto',
  display: 'flex',
  alignItems: 'center',
  gap: space[8],
});
export const body = style({ flex: 1, minHeight: 0, overflow: 'auto', position: 'relative' });

export const empty = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  justifyContent: 'center',
  gap: space[8],
  height: '100%',
  padding: space[24],
  color: colour.muted,
  textAlign: 'center',
});
export const emptyTitle = style({ color: colour.text, fontWeight: font.weight.medium });

const breathe = keyframes({ '0%, 100%': { opacity: 0.5 }, '50%': { opacity: 1 } });
export const skeletonRow = style({
  display: 'flex',
  alignItems: 'center',
  gap: space[16],
  height: size.row,
  padding: `0 ${space[12]}`,
  borderBottom: `${size.hairline} solid ${colour.hairline}`,
  '@media': { [media.touch]: { height: size.rowTouch } },
});
export const skeletonBar = style({
  height: space[8],
  flex: 1,
  borderRadius: size.radius,
  background: tinted(colour.muted, '22%'),
  animation: `${breathe} 1.6s ease-in-out infinite`,
});
