import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Device } from '../src/visitor.ts';

/** What the app's own page shows of itself, small enough to live beside the code. */
const KEPT = new URL('../../../realtime-gateway/web/screenshots/', import.meta.url).pathname;
/** All sizes, for whoever looks for what a designer would mend. */
const LOOKED_AT = new URL('../target/pictures/', import.meta.url).pathname;
const QUALITY_PERCENT = 62;

interface Size {
  name: string;
  viewport: Device['viewport'];
  /** Whether its pictures live beside the code. */
  kept: boolean;
}

const SIZES: readonly Size[] = [
  { name: 'wide', viewport: { width: 1920, height: 1080 }, kept: false },
  { name: 'desktop', viewport: { width: 1440, height: 900 }, kept: true },
  { name: 'tablet', viewport: { width: 1024, height: 768 }, kept: false },
  { name: 'phone', viewport: { width: 390, height: 844 }, kept: true },
];
const SCHEMES: readonly Device['scheme'][] = ['dark', 'light'];

/** What a person who has no room for everything opens to see the scene. */
export type Screen = 'Prices' | 'Trade' | 'Requests' | 'Orders' | 'Positions' | 'All activity';

/**
 * Takes a scene in both themes and all sizes, on the page as it stands. What a pose opens is opened for each size, and
 * closed by the key that closes everything.
 */
export async function shoot(
  page: Page,
  scene: string,
  screen?: Screen,
  pose?: () => Promise<void>,
): Promise<void> {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size.viewport);
    if (screen) await open(page, screen);
    await pose?.();
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await settled(page);
      await write(page, size, `${scene}-${size.name}-${colorScheme}`);
    }
    if (pose) await page.keyboard.press('Escape');
  }
  if (before) await page.setViewportSize(before);
}

/** A telephone has one screen at a time, of which one is all tables; a desk has one place for them. */
async function open(page: Page, screen: Screen): Promise<void> {
  await settled(page);
  const name = screen === 'All activity' ? 'Orders' : screen;
  const tab = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name });
  const panel = page.getByRole('radio', { name: screen });
  for (const way of [tab, panel]) if (await way.isVisible()) await way.click();
}

/** Two frames: one in which the page hears of its new size, one in which it is drawn; and what fades has faded. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(done => requestAnimationFrame(done));
    await frame();
    await frame();
    const fading = document.getAnimations().filter(animation => animation instanceof CSSTransition);
    await Promise.allSettled(fading.map(transition => transition.finished));
  });
}

async function write(page: Page, size: Size, name: string): Promise<void> {
  mkdirSync(LOOKED_AT, { recursive: true });
  await page.screenshot({ path: join(LOOKED_AT, `${name}.png`) });
  if (!size.kept) return;
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY_PERCENT });
  await session.detach();
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(join(KEPT, `${name}.webp`), Buffer.from(data, 'base64'));
}
