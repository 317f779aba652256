/** What a close code tells a client to do. */
export type Verdict = 'come-back' | 'signed-out' | 'stop';

const SIGNED_OUT = 4504;
const PROTOCOL_FAULTS: ReadonlySet<number> = new Set([1002, 1003, 1007, 1009]);

/** PROTOCOL.md §2.3: 4400 to 4499 come back, 4500 to 4599 do not, protocol faults of ours do not either. */
export function verdictOf(code: number): Verdict {
  if (code === SIGNED_OUT) return 'signed-out';
  if (PROTOCOL_FAULTS.has(code) || (code >= 4500 && code < 4600)) return 'stop';
  return 'come-back';
}
