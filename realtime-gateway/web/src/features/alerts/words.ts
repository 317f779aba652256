import type { AlertState } from '@ringside/client';
import { assertNever } from '../../data/assert-never.ts';
import type { Instruments } from '../../data/rows.ts';

/** What an alert is about, in one line. */
export function alertTitle(alert: AlertState, instruments: Instruments): string {
  const symbol = instruments.get(alert.instrument)?.symbol ?? alert.instrument;
  switch (alert.kind) {
    case 'ORDER_REJECTED':
      return `Order rejected: ${symbol}`;
    case 'LIMIT_REACHED':
      return alert.limit
        ? `Net position limit ${alert.limit.level}\u00a0% used: ${symbol}`
        : `Limit reached: ${symbol}`;
    default:
      return assertNever(alert.kind);
  }
}

/** What it says, and of which account, once. */
export function alertText({ account, text }: AlertState): string {
  return text.startsWith(account) ? text : `${account} · ${text}`;
}

/** How often, where that was more than once. */
export function timesText(alert: AlertState): string {
  return alert.count > 1 ? `${alert.count} times, last ` : '';
}
