import { globalStyle, style } from '@vanilla-extract/css';
import { colour } from './theme.css.ts';
import { STALE_OPACITY } from './theme.ts';

/** What is no longer current is dimmed as a whole and loses its colours, which would speak of now. */
export const stale = style({ opacity: STALE_OPACITY });
globalStyle(`${stale}${stale} *`, { color: colour.text });
