import type { RfqView } from '@ringside/client';

/** With this much left there is no time to think. */
export const SOON_MS = 10_000;

export interface Countdown {
  tone: 'quiet' | 'soon' | 'over';
  /** `1:43`, `0:09`. */
  text: string;
  /** What is left of the whole life, from 1 to 0. */
  share: number;
}

/** How long a request stays open by the server's clock. */
export function countdown({ requestedAt, expiresAt }: RfqView, now: number): Countdown {
  const end = Date.parse(expiresAt);
  const left = Math.max(0, end - now);
  const whole = Math.max(1, end - Date.parse(requestedAt));
  const seconds = Math.ceil(left / 1_000);
  return {
    tone: left === 0 ? 'over' : left <= SOON_MS ? 'soon' : 'quiet',
    text: `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,
    share: Math.min(1, left / whole),
  };
}
