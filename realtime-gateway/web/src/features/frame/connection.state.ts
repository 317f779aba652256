import type { ConnectionState, Transport } from '@ringside/client';
import { assertNever } from '../../data/assert-never.ts';

export interface ConnectionView {
  tone: 'good' | 'wait' | 'bad';
  word: string;
  /** What carries it, where that is not what it should be. */
  via?: string;
  /** What it means for the person, for banner and tooltip. */
  sentence: string;
  canRetry: boolean;
}

/** A connection is missed by the eye for this long before a banner says so. */
export const BANNER_AFTER_MS = 2_000;

export function connectionView(state: ConnectionState, now: number): ConnectionView {
  switch (state.kind) {
    case 'live':
      return liveView(state.transport, state.told);
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

/** Said quietly: over another way it is as live, and goes back to a socket by itself. */
function liveView(transport: Transport, told: boolean): ConnectionView {
  const live = {
    tone: 'good',
    word: 'Live',
    sentence: 'Prices and orders are live.',
    canRetry: false,
  } as const;
  if (transport === 'socket') return live;
  const via = transport === 'sse' ? 'over events' : 'over polling';
  const why = told ? 'the operators of the floor chose so' : 'your network blocks WebSockets';
  return { ...live, via, sentence: `Prices and orders are live ${via}: ${why}.` };
}

function nextTry(nextAt: number, now: number): string {
  const seconds = Math.ceil((nextAt - now) / 1_000);
  return seconds > 0 ? `Next try in ${seconds} s.` : 'Trying now.';
}
