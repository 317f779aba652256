import type { Snapshot } from '../../data/state.ts';

/** What is to be said of the list as a whole. That nothing waits is said only where it is known. */
export function waitingText(reading: Snapshot['kind'], live: boolean, waiting: number): string | null {
  const none = waiting === 0;
  if (!live) return `There is no connection; ${none ? 'what waits is not known.' : 'they wait.'}`;
  if (reading === 'failed') return 'What waits for you could not be read. It is tried again by itself.';
  if (!none) return null;
  return reading === 'loading' ? 'Reading what waits for you.' : 'Nothing waits for you.';
}
