import type { Position, SessionTokens, TokenStore } from '@ringside/client';

const TOKENS = 'ringside.session';
const POSITION = 'ringside.position';

/**
 * Tokens outlive a closed tab. All tabs share them, so a refresh token, which is good once, is used under one lock.
 */
export function tokenStore(storage: Storage, locks: LockManager | undefined): TokenStore {
  return {
    load: () => parse<SessionTokens>(storage.getItem(TOKENS)),
    save: tokens => (tokens ? storage.setItem(TOKENS, JSON.stringify(tokens)) : storage.removeItem(TOKENS)),
    exclusive: work => (locks ? locks.request(TOKENS, work) : work()) as ReturnType<typeof work>,
  };
}

/** How far this user has read the inbox, so that the next visit is told what was missed. */
export function positionStore(storage: Storage, user: string) {
  const key = `${POSITION}.${user}`;
  return {
    load: () => parse<Position>(storage.getItem(key)),
    save: (position: Position) => storage.setItem(key, JSON.stringify(position)),
  };
}

function parse<T>(text: string | null): T | null {
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
