import { globalStyle } from '@vanilla-extract/css';
import { colour, font, media, size, tinted } from './theme.css.ts';

globalStyle('*, *::before, *::after', { boxSizing: 'border-box' });
globalStyle('html, body, #root', { height: '100%', margin: 0 });
globalStyle('body', {
  background: colour.background,
  color: colour.text,
  fontFamily: font.text,
  fontSize: font.size[13],
  fontWeight: font.weight.regular,
  lineHeight: 1.4,
  fontVariantNumeric: 'tabular-nums slashed-zero',
  WebkitFontSmoothing: 'antialiased',
  overflow: 'hidden',
});
globalStyle('button, input, select', {
  font: 'inherit',
  color: 'inherit',
  fontVariantNumeric: 'inherit',
  letterSpacing: 'inherit',
});
globalStyle('button', {
  cursor: 'pointer',
  background: 'none',
  border: 'none',
  padding: 0,
  textAlign: 'inherit',
});
globalStyle('button:disabled', { cursor: 'not-allowed' });
globalStyle('h1, h2, h3, p, ul, ol, dl, dd', { margin: 0, padding: 0, font: 'inherit' });
globalStyle('ul, ol', { listStyle: 'none' });
globalStyle(':focus-visible', {
  outline: `${size.accentEdge} solid ${colour.accent}`,
  outlineOffset: `calc(-1 * ${size.hairline})`,
});
globalStyle('::selection', { background: tinted(colour.accent, '40%') });
globalStyle('*', { scrollbarWidth: 'thin', scrollbarColor: `${colour.hairline} transparent` });
globalStyle('svg.lucide', { width: size.icon, height: size.icon, strokeWidth: 1.5, flex: 'none' });
globalStyle('*, *::before, *::after', {
  '@media': { [media.reducedMotion]: { animationDuration: '0s', transitionDuration: '0s' } },
});
