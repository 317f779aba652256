import { describe, expect, it } from 'vitest';
import { contrast, distanceSeenWithout, mixed } from '../../test/support/colour.ts';
import { colourBlind, dark, light, type Palette, STALE_OPACITY, tint } from './theme.ts';

const CONTRAST_MIN = 4.5;
/** Labels at 11 px on the raised header are the hardest pair; faint text is for labels only. */
const SURFACES = ['background', 'panel', 'raised'] as const;
const TEXTS = ['text', 'muted', 'up', 'down', 'accent', 'warning', 'information'] as const;
const DIRECTION_DISTANCE_MIN = 20;

const palettes: [string, Palette][] = [
  ['dark', dark],
  ['light', light],
  ['dark, colour-blind', { ...dark, ...colourBlind.dark }],
  ['light, colour-blind', { ...light, ...colourBlind.light }],
];

describe.each(palettes)('the theme %s', (_name, palette) => {
  it.each(SURFACES)('reads on %s', surface => {
    const weak = TEXTS.filter(text => contrast(palette[text], palette[surface]) < CONTRAST_MIN);
    expect(weak).toEqual([]);
  });

  it('reads when it is stale, also in the selected row', () => {
    const selected = mixed(palette.accent, palette.panel, Number.parseInt(tint.firm, 10) / 100);
    for (const surface of [palette.panel, palette.raised, selected]) {
      const text = mixed(palette.text, palette.panel, STALE_OPACITY);
      expect(contrast(text, mixed(surface, palette.panel, STALE_OPACITY))).toBeGreaterThanOrEqual(
        CONTRAST_MIN,
      );
    }
  });

  it('reads on its own tint', () => {
    for (const tone of ['up', 'down', 'warning', 'information'] as const) {
      const surface = mixed(palette[tone], palette.panel, Number.parseInt(tint.soft, 10) / 100);
      expect(contrast(palette[tone], surface)).toBeGreaterThanOrEqual(CONTRAST_MIN);
    }
  });

  it('reads on filled buttons', () => {
    for (const fill of ['up', 'down', 'accent'] as const) {
      expect(contrast(palette.onFill, palette[fill])).toBeGreaterThanOrEqual(CONTRAST_MIN);
    }
  });

  it('shows labels on background and panel', () => {
    expect(contrast(palette.faint, palette.background)).toBeGreaterThanOrEqual(CONTRAST_MIN);
    expect(contrast(palette.faint, palette.panel)).toBeGreaterThanOrEqual(CONTRAST_MIN);
  });
});

describe('the colour-blind palette', () => {
  it.each([
    ['dark', colourBlind.dark],
    ['light', colourBlind.light],
  ])('keeps up and down apart for every kind of colour blindness, %s', (_name, { up, down }) => {
    for (const kind of ['protanopia', 'deuteranopia', 'tritanopia'] as const) {
      expect(distanceSeenWithout(kind, up, down)).toBeGreaterThanOrEqual(DIRECTION_DISTANCE_MIN);
    }
  });
});
