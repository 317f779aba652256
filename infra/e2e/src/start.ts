import { setTimeout as pause } from 'node:timers/promises';
import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { type Login, RunningFloor } from './running-floor.ts';

const DAY_MS = 86_400_000;
/** How long all journeys take on a slow machine. */
const JOURNEYS_MS_MAX = 360_000;

declare module 'vitest' {
  interface ProvidedContext {
    floor: { address: string; logins: Login[]; executable: string; ready: string } | null;
  }
}

/** One floor for all journeys; none where there is no browser to see it. */
export default async function start(project: TestProject): Promise<() => Promise<void>> {
  const executable = chromiumPath();
  if (executable === null) {
    project.provide('floor', null);
    return async () => {};
  }
  const floor = await RunningFloor.start();
  await longDay();
  const { address, logins, ready } = floor;
  project.provide('floor', { address, logins, executable, ready });
  return () => floor.stop();
}

/** Orders that are good for the day end at midnight: journeys that would meet it begin after it. */
async function longDay(): Promise<void> {
  const left = DAY_MS - (Date.now() % DAY_MS);
  if (left < JOURNEYS_MS_MAX) {
    console.warn(`The trading day ends in ${Math.ceil(left / 1000)} s: the journeys begin with the next.`);
    await pause(left);
  }
}
