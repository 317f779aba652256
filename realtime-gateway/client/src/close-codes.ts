/** What a close code tells a client to do. */
export type Verdict = 'come-back' | 'signed-out' | 'stop';

/** We ended it. */
export const CLIENT_GONE = 4000;
const SIGNED_OUT = 4504;
/** The server waited for our first message, or for a sign of life. */
const HEARD_NOTHING = 4408;
/** No close frame came, or none that a server wrote. */
const WORDLESS: ReadonlySet<number> = new Set([1005, 1006, 1015, CLIENT_GONE]);
const PROTOCOL_FAULTS: ReadonlySet<number> = new Set([1002, 1003, 1007, 1009]);

/** PROTOCOL.md §2.3: 4400 to 4499 come back, 4500 to 4599 do not, protocol faults of ours do not either. */
export function verdictOf(code: number): Verdict {
  if (code === SIGNED_OUT) return 'signed-out';
  if (PROTOCOL_FAULTS.has(code) || (code >= 4500 && code < 4600)) return 'stop';
  return 'come-back';
}

/** Whether a link that never worked ended because one of both directions is not open: no word came, or none arrived. */
export function isBlocked(code: number): boolean {
  return WORDLESS.has(code) || code === HEARD_NOTHING;
}
