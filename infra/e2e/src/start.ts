import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { type Login, RunningFloor } from './running-floor.ts';

declare module 'vitest' {
  interface ProvidedContext {
    floor: { address: string; logins: Login[]; executable: string } | null;
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
  const { address, logins } = floor;
  project.provide('floor', { address, logins, executable });
  return () => floor.stop();
}
