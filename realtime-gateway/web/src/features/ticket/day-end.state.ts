import type { TimeInForce } from '@ringside/client';
import { hourText, untilText } from '../../data/format.ts';

/** An order that has this long to live and no longer is told so with a warning. */
const SOON_MS = 15 * 60_000;

export interface Validity {
  tone: 'quiet' | 'soon';
  text: string;
  /** The day that is known is over: the next one's end is to be asked for. */
  over: boolean;
}

const MEANINGS: Record<Exclude<TimeInForce, 'DAY'>, string> = {
  IOC: 'What does not fill at once expires.',
  FOK: 'Fills whole at once, or expires.',
  GTC: 'Rests until it is filled or cancelled.',
  GTD: 'Rests until it is filled, or until then.',
};

/** How long an order would live that is sent now, in local time: it is a person's evening that it ends. */
export function validityOf(timeInForce: TimeInForce, dayEndsAt: string, now: number): Validity {
  if (timeInForce !== 'DAY') return { tone: 'quiet', text: MEANINGS[timeInForce], over: false };
  const end = Date.parse(dayEndsAt);
  const left = end - now;
  if (!(left > 0)) return { tone: 'soon', text: 'This trading day is over, the next begins.', over: true };
  const text = `Ends ${hourText(end, 'local')}, in ${untilText(left)}.`;
  return { tone: left <= SOON_MS ? 'soon' : 'quiet', text, over: false };
}
