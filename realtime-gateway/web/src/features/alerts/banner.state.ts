import type { AlertState } from '@ringside/client';

/** A press this soon after another alert took the banner was meant for what stood there before. */
export const ALERT_SETTLES_MS = 500;

/** What is shown stays until it is acknowledged: a newer one does not slip under the pointer. */
export function alertShown(critical: readonly AlertState[], shownId: string | null): AlertState | undefined {
  return critical.find(alert => alert.alertId === shownId) ?? critical[0];
}
