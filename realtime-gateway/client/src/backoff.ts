export const RETRY_FIRST_MS = 500;
export const RETRY_MAX_MS = 20_000;

/**
 * How long to wait before attempt number `attempt` (1 is the first try again): full jitter, so that clients which lost
 * the same server do not come back together.
 */
export function backoffMs(attempt: number, random: number): number {
  const ceiling = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** Math.min(attempt - 1, 16));
  return Math.min(RETRY_MAX_MS, Math.round(RETRY_FIRST_MS + random * ceiling));
}

/** The server's own pace, where it named one. */
export function pacedMs(retryAfterMs: number, jitterMs: number, random: number): number {
  return Math.max(0, Math.round(retryAfterMs + random * jitterMs));
}
