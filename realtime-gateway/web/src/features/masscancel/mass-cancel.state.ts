import type { OrderState, Side } from '@ringside/client';
import { type Ending, isOver, type MassCancel, matches, type Scope } from '../../data/mass-cancel.ts';

/** What is chosen so far; instrument and side as the form writes them. */
export interface Choice {
  account: string;
  instrument: string;
  side: 'BOTH' | Side;
}

export function scopeOf({ account, instrument, side }: Choice): Scope {
  return { account, ...(instrument !== '' && { instrument }), ...(side !== 'BOTH' && { side }) };
}

/** How many orders a press would cancel, and how many that match are being cancelled already. */
export function countIn(orders: readonly OrderState[], scope: Scope): { free: number; pending: number } {
  const found = orders.filter(order => matches(order, scope));
  const pending = found.filter(order => order.status === 'PENDING_CANCEL').length;
  return { free: found.length - pending, pending };
}

export const counted = (count: number) => `${count} ${count === 1 ? 'order' : 'orders'}`;

const WORDS: Record<Ending, string> = {
  cancelled: 'cancelled',
  filled: 'filled first',
  ended: 'ended first',
  kept: 'kept by the venue',
};

export interface Progress {
  tone: 'wait' | 'good' | 'bad';
  title: string;
  lines: string[];
  /** How many a further press would go on with. */
  remaining: number;
}

/** What is known of the last press: first how many were found, then what became of each. */
export function progressOf(run: MassCancel): Progress {
  const { delivery, report, endings } = run;
  if (typeof delivery === 'object') {
    return { tone: 'bad', title: 'Nothing was cancelled', lines: [delivery.refused], remaining: 0 };
  }
  const gone = run.incomplete ? ['Some answers are gone; the table shows how every order stands.'] : [];
  if (!report && run.incomplete) {
    const lines = [sumsOf(endings.values()), ...gone].filter(Boolean);
    return { tone: 'bad', title: 'What it came to was not told', lines, remaining: 0 };
  }
  if (!report) {
    const lines = delivery === 'unknown' ? ['Nobody has answered yet; it is asked again.'] : [];
    return { tone: 'wait', title: 'Sent. Waiting for the count', lines, remaining: 0 };
  }
  const over = isOver(run);
  const lines = [sumsOf(endings.values())].filter(Boolean);
  const waiting = Math.max(report.requested - endings.size, 0);
  if (waiting > 0) lines.push(...(over ? gone : [`${counted(waiting)} still to be answered.`]));
  if (report.alreadyPending > 0) lines.push(`${counted(report.alreadyPending)} had a cancel under way.`);
  if (report.remaining > 0) lines.push(`${counted(report.remaining)} beyond what one command takes.`);
  return {
    tone: over ? 'good' : 'wait',
    title: report.requested === 0 ? 'No order was open' : `Cancel of ${counted(report.requested)} requested`,
    lines,
    remaining: report.remaining,
  };
}

/** "5 cancelled, 1 filled first." */
function sumsOf(endings: Iterable<Ending>): string {
  const sums = new Map<Ending, number>();
  for (const ending of endings) sums.set(ending, (sums.get(ending) ?? 0) + 1);
  const parts = (Object.keys(WORDS) as Ending[])
    .filter(ending => sums.has(ending))
    .map(ending => `${sums.get(ending)} ${WORDS[ending]}`);
  return parts.length > 0 ? `${parts.join(', ')}.` : '';
}
