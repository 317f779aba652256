import { browserSurroundings, Problem, Session, type User } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { positionStore, tokenStore } from './browser-stores.ts';
import { startFeedWorker } from './feed.ts';
import { Floor } from './floor.ts';
import type { Environment } from './state.ts';

export type DeskState =
  | { kind: 'signed-out'; reason: string | null }
  | { kind: 'signing-in' }
  | { kind: 'signed-in'; floor: Floor };

export interface Desk {
  state: StoreApi<DeskState>;
  environment: StoreApi<Environment | null>;
  signIn(user: string, password: string): Promise<void>;
  signOut(): Promise<void>;
}

/** The page's wiring: browser, session and floor meet here and nowhere else. */
export function openDesk(): Desk {
  const state = createStore<DeskState>(() => ({ kind: 'signed-out', reason: null }));
  const environment = createStore<Environment | null>(() => null);
  const session = new Session({
    origin: '',
    store: tokenStore(localStorage, navigator.locks),
    fetch: (input, init) => fetch(input, init),
    surroundings: browserSurroundings(),
    onSignedOut: () => leave(null),
  });

  function leave(reason: string | null): void {
    const before = state.getState();
    if (before.kind === 'signed-in') before.floor.close();
    state.setState({ kind: 'signed-out', reason }, true);
  }

  function enter(user: User): void {
    const floor = openFloor(session, user);
    floor.state.subscribe(({ connection }) => {
      if (connection.kind === 'signed-out') leave(connection.reason);
    });
    state.setState({ kind: 'signed-in', floor }, true);
  }

  if (session.user) enter(session.user);
  void readEnvironment().then(read => read && environment.setState(read, true));

  return {
    state,
    environment,
    signIn: async (name, password) => {
      state.setState({ kind: 'signing-in' }, true);
      try {
        enter(await session.signIn(name, password));
      } catch (problem) {
        leave(signInFault(problem));
      }
    },
    signOut: () => session.signOut(),
  };
}

function openFloor(session: Session, user: User): Floor {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new Floor({
    session,
    user,
    openFeed: startFeedWorker,
    socketUrl: `${scheme}://${location.host}/ws`,
    nextFrame: act => requestAnimationFrame(act),
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    positions: positionStore(localStorage, user.id),
  });
}

function signInFault(problem: unknown): string {
  if (!(problem instanceof Problem)) return String(problem);
  return problem.status === 401 ? 'This user and password do not match.' : problem.message;
}

async function readEnvironment(): Promise<Environment | null> {
  const response = await fetch('/api/environment').catch(() => null);
  return response?.ok ? ((await response.json()) as Environment) : null;
}
