import { existsSync } from 'node:fs';

const PATH = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const REMEDY = `No Chromium at ${PATH}: install the package chromium, or name one with CHROMIUM_PATH.`;

/** The browser's path, or null with a loud word where journeys may be skipped. In CI they may not. */
export function chromiumPath(): string | null {
  if (existsSync(PATH)) return PATH;
  if (process.env.CI) throw new Error(REMEDY);
  console.warn(`\nSKIPPED: the browser journeys did not run. ${REMEDY}\n`);
  return null;
}
