import { describe, expect, it } from 'vitest';
import { Problem, Session, type SessionTokens, type TokenStore } from '../src/index.ts';
import { settle, World } from './world.ts';

interface Call {
  method: string;
  path: string;
  token: string | null;
  body: unknown;
}

/** A gateway of one user, whose answers the test sets. */
class TestGateway {
  readonly world = new World();
  readonly calls: Call[] = [];
  readonly answers = new Map<string, { status: number; body?: unknown } | 'unreachable'>();
  readonly store: TokenStore & { tokens: SessionTokens | null };
  signedOut = 0;
  readonly session: Session;

  constructor() {
    let turn: Promise<unknown> = Promise.resolve();
    this.store = {
      tokens: null,
      load: () => this.store.tokens,
      save: tokens => {
        this.store.tokens = tokens;
      },
      exclusive: <T>(work: () => Promise<T>) => {
        const mine = turn.then(work, work);
        turn = mine.catch(() => {});
        return mine;
      },
    };
    this.session = new Session({
      origin: 'https://gateway',
      store: this.store,
      fetch: async (input, init) => this.#answer(String(input), init ?? {}),
      surroundings: this.world,
      onSignedOut: () => {
        this.signedOut += 1;
      },
    });
  }

  tokens(name: string, lifeMs = 300_000): SessionTokens {
    const expires = new Date(this.world.now() + lifeMs).toISOString();
    const user = { id: 'ann', name: 'Ann', firm: 'N', role: 'trader', accounts: ['A'] };
    return {
      accessToken: `access-${name}`,
      accessExpiresAt: expires,
      refreshToken: `refresh-${name}`,
      refreshExpiresAt: expires,
      user,
    };
  }

  called(path: string): Call[] {
    return this.calls.filter(call => call.path === path);
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const path = url.replace('https://gateway', '');
    const headers = init.headers as Record<string, string>;
    const token = headers.authorization?.replace('Bearer ', '') ?? null;
    const method = init.method ?? 'GET';
    this.calls.push({ method, path, token, body: init.body ? JSON.parse(String(init.body)) : undefined });
    await settle();
    const answer = this.answers.get(`${method} ${path} ${token}`) ?? this.answers.get(`${method} ${path}`);
    if (answer === 'unreachable' || answer === undefined) throw new TypeError('network');
    const body = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(body, { status: answer.status });
  }
}

const UNAUTHENTICATED = { status: 401, body: { code: 'UNAUTHENTICATED', detail: 'No.' } };

describe('a session', () => {
  it('keeps its tokens after signing in', async () => {
    const gateway = new TestGateway();
    const tokens = gateway.tokens('1');
    gateway.answers.set('POST /api/session', { status: 200, body: tokens });
    expect(await gateway.session.signIn('ann', 'secret')).toEqual(tokens.user);
    expect(gateway.store.tokens).toEqual(tokens);
    expect(gateway.session.user).toEqual(tokens.user);
  });

  it('tells why signing in failed', async () => {
    const gateway = new TestGateway();
    gateway.answers.set('POST /api/session', UNAUTHENTICATED);
    await expect(gateway.session.signIn('ann', 'wrong')).rejects.toMatchObject({
      status: 401,
      code: 'UNAUTHENTICATED',
      message: 'No.',
    });
  });

  it('renews its access token once for all who wait', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1', 10_000);
    gateway.answers.set('POST /api/session/refresh', { status: 200, body: gateway.tokens('2') });
    gateway.answers.set('GET /api/orders', { status: 200, body: { orders: [] } });
    await Promise.all([1, 2, 3].map(() => gateway.session.call('GET', '/api/orders')));
    expect(gateway.called('/api/session/refresh')).toMatchObject([{ body: { refreshToken: 'refresh-1' } }]);
    expect(gateway.called('/api/orders').map(call => call.token)).toEqual([
      'access-2',
      'access-2',
      'access-2',
    ]);
  });

  it('renews a token that the gateway does not take, and asks once more', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1');
    gateway.answers.set('GET /api/orders access-1', UNAUTHENTICATED);
    gateway.answers.set('GET /api/orders access-2', { status: 200, body: { orders: [] } });
    gateway.answers.set('POST /api/session/refresh', { status: 200, body: gateway.tokens('2') });
    expect(await gateway.session.call('GET', '/api/orders')).toEqual({ orders: [] });
  });

  it('is signed out when the refresh token is not taken', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1', 10_000);
    gateway.answers.set('POST /api/session/refresh', UNAUTHENTICATED);
    expect(await gateway.session.ticket()).toEqual({ kind: 'signed-out' });
    expect(gateway.store.tokens).toBeNull();
    expect(gateway.signedOut).toBe(1);
  });

  it('stays signed in while the gateway cannot be reached', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1', 10_000);
    expect(await gateway.session.ticket()).toEqual({ kind: 'unavailable' });
    expect(gateway.store.tokens).not.toBeNull();
    await expect(gateway.session.call('GET', '/api/orders')).rejects.toBeInstanceOf(Problem);
  });

  it('gives tickets, and the transport that the operators tell with them', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1');
    gateway.answers.set('POST /api/session/ticket', { status: 200, body: { ticket: 't', expiresAt: '' } });
    expect(await gateway.session.ticket()).toEqual({ kind: 'ticket', ticket: 't' });
    const told = (transport: string) =>
      gateway.answers.set('POST /api/session/ticket', { status: 200, body: { ticket: 't', transport } });
    told('sse');
    expect(await gateway.session.ticket()).toEqual({ kind: 'ticket', ticket: 't', transport: 'sse' });
    told('pigeons');
    expect(await gateway.session.ticket()).toEqual({ kind: 'ticket', ticket: 't' });
  });

  it('signs out here even if the gateway cannot be told', async () => {
    const gateway = new TestGateway();
    gateway.store.tokens = gateway.tokens('1');
    await gateway.session.signOut();
    expect(gateway.session.user).toBeNull();
    expect(gateway.called('/api/session')).toMatchObject([{ method: 'DELETE', token: 'access-1' }]);
    expect(await gateway.session.ticket()).toEqual({ kind: 'signed-out' });
  });
});
