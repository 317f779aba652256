import type { SignIn } from '@ringside/client';
import { ageText } from '../../data/format.ts';
import type { SignIns } from '../../data/sign-ins.ts';

export type SessionsState =
  | { kind: 'reading' }
  | { kind: 'failed'; reason: string }
  | {
      kind: 'ready';
      signIns: SignIns;
      /** Those that are being signed out: `others` stands for all but this one. */
      ending: ReadonlySet<string>;
      fault: string | null;
    };

export const OTHERS = 'others';

/** What is new was read after what is being ended began to end, or before: only the next reading tells. */
export function read(before: SessionsState, signIns: SignIns): SessionsState {
  const ending = before.kind === 'ready' ? before.ending : new Set<string>();
  return { kind: 'ready', signIns, ending, fault: null };
}

export function ending(state: SessionsState, id: string): SessionsState {
  return state.kind === 'ready' ? { ...state, ending: new Set([...state.ending, id]), fault: null } : state;
}

export function ended(state: SessionsState, id: string, fault: string | null): SessionsState {
  if (state.kind !== 'ready') return state;
  const left = new Set([...state.ending].filter(each => each !== id));
  const gone = (signIn: SignIn) => !signIn.current && (id === OTHERS || signIn.id === id);
  const sessions =
    fault === null ? state.signIns.sessions.filter(signIn => !gone(signIn)) : state.signIns.sessions;
  return { ...state, ending: left, fault, signIns: { ...state.signIns, sessions } };
}

/** `Connected now`, `Last used 3 min ago`. */
export function lastUseWords(signIn: SignIn, now: number): string {
  if (signIn.liveSockets > 0) return 'Connected now';
  const at = Date.parse(signIn.lastUsedAt ?? signIn.signedInAt);
  return now - at < 60_000 ? 'Last used just now' : `Last used ${ageText(now - at)} ago`;
}
