// @vitest-environment happy-dom
import type { SessionTokens } from '@ringside/client';
import { beforeEach, describe, expect, it } from 'vitest';
import { positionStore, tokenStore } from './browser-stores.ts';
import { createPreferences } from './preferences.ts';

const TOKENS = { accessToken: 'a', refreshToken: 'r' } as SessionTokens;

describe('what the device remembers', () => {
  beforeEach(() => localStorage.clear());

  it('is the session, until somebody signs out', () => {
    const store = tokenStore(localStorage, undefined);
    expect(store.load()).toBeNull();
    store.save(TOKENS);
    expect(tokenStore(localStorage, undefined).load()).toEqual(TOKENS);
    store.save(null);
    expect(store.load()).toBeNull();
  });

  it('is how far each user read the inbox', () => {
    positionStore(localStorage, 'ann').save({ epoch: 'E', sequence: 7 });
    expect(positionStore(localStorage, 'ann').load()).toEqual({ epoch: 'E', sequence: 7 });
    expect(positionStore(localStorage, 'bob').load()).toBeNull();
  });

  it('is not trusted when it is damaged', () => {
    localStorage.setItem('ringside.session', '{');
    localStorage.setItem('ringside.preferences', '{');
    expect(tokenStore(localStorage, undefined).load()).toBeNull();
    expect(createPreferences(localStorage).getState().theme).toBe('system');
  });

  it('uses one refresh token at a time, over all tabs', async () => {
    const asked: string[] = [];
    const locks = {
      request: async <T>(name: string, work: () => Promise<T>) => {
        asked.push(name);
        return work();
      },
    } as unknown as LockManager;
    expect(await tokenStore(localStorage, locks).exclusive(async () => 5)).toBe(5);
    expect(asked).toEqual(['ringside.session']);
  });
});
