import type { ConnectionState } from '@ringside/client';
import { assertNever } from '../../data/assert-never.ts';

export interface ConnectionView {
  tone: 'good' | 'wait' | 'bad';
  word: string;
  /** What it means for the person, for banner and tooltip. */
  sentence: string;
  canRetry: boolean;
}

/** A connection is missed by the eye for this long before a banner says so. */
export const BANNER_AFTER_MS = 2_000;

export function connectionView(state: ConnectionState, now: number): ConnectionView {
  switch (state.kind) {
    case 'live':
      return { tone: 'good', word: 'Live', sentence: 'Prices and orders are live.', canRetry: false };
    case 'connecting':
      return { tone: 'wait', word: 'Connecting', sentence: 'Connecting to the floor.', canRetry: false };
    case 'reconnecting':
      return {
        tone: 'wait',
        word: `Reconnecting ${state.attempt}`,
        sentence: `Connection lost (${state.reason}). ${nextTry(state.nextAt, now)} Prices below are old.`,
        canRetry: true,
      };
    case 'offline':
      return {
        tone: 'bad',
        word: 'Offline',
        sentence: `This machine has no network. ${nextTry(state.nextAt, now)} Prices below are old.`,
        canRetry: true,
      };
    case 'stopped':
      return {
        tone: 'bad',
        word: 'Stopped',
        sentence: `The gateway closed this connection for good: ${state.reason}. Reload the page to try again.`,
        canRetry: false,
      };
    case 'signed-out':
    case 'closed':
      return { tone: 'bad', word: 'Signed out', sentence: 'You are signed out.', canRetry: false };
    default:
      return assertNever(state);
  }
}

function nextTry(nextAt: number, now: number): string {
  const seconds = Math.ceil((nextAt - now) / 1_000);
  return seconds > 0 ? `Next try in ${seconds} s.` : 'Trying now.';
}
