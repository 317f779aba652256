import { assignVars, createGlobalTheme, createGlobalThemeContract, globalStyle } from '@vanilla-extract/css';
import { breakpoint, colourBlind, dark, light, scale } from './theme.ts';

export const colour = createGlobalThemeContract(dark, (_value, path) => `c-${path.join('-')}`);
export const { space, font, size, motion } = createGlobalTheme(':root', scale);

createGlobalTheme(':root', colour, dark);
createGlobalTheme(':root[data-theme="light"]', colour, light);
globalStyle(':root', { colorScheme: 'dark' });
// Until the script has read what this device prefers.
globalStyle(':root:not([data-theme])', {
  '@media': { [breakpoint.prefersLight]: { colorScheme: 'light', vars: assignVars(colour, light) } },
});
globalStyle(':root[data-theme="light"]', { colorScheme: 'light' });
globalStyle(':root[data-palette="colour-blind"]', {
  vars: { [colour.up]: colourBlind.dark.up, [colour.down]: colourBlind.dark.down },
});
globalStyle(':root[data-theme="light"][data-palette="colour-blind"]', {
  vars: { [colour.up]: colourBlind.light.up, [colour.down]: colourBlind.light.down },
});

export const media = breakpoint;

/** A semantic background: its colour at a share over what lies beneath. */
export function tinted(value: string, share: string): string {
  return `color-mix(in srgb, ${value} ${share}, transparent)`;
}
