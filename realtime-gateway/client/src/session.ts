import type { Ticket } from './state.ts';
import { browserSurroundings, type Surroundings } from './surroundings.ts';
import { isTransport } from './transport.ts';

export interface User {
  id: string;
  name: string;
  firm: string;
  role: string;
  accounts: string[];
}

export interface SessionTokens {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
  user: User;
}

/** One of the user's sign-ins, as `GET /api/sessions` tells it. */
export interface SignIn {
  id: string;
  /** Whether it is the one that asks. */
  current: boolean;
  signedInAt: string;
  expiresAt: string;
  lastUsedAt?: string;
  address?: string;
  /** What its client calls itself: anybody may write anything there. */
  client?: string;
  /** Its sockets, on all gateways that answered. */
  liveSockets: number;
}

/** Where tokens are kept between visits; `exclusive` keeps two tabs from using up one refresh token twice. */
export interface TokenStore {
  load(): SessionTokens | null;
  save(tokens: SessionTokens | null): void;
  exclusive<T>(work: () => Promise<T>): Promise<T>;
}

/** Keeps tokens as long as the program runs. */
export function memoryStore(): TokenStore {
  let kept: SessionTokens | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return {
    load: () => kept,
    save: tokens => {
      kept = tokens;
    },
    exclusive: work => {
      const mine = last.then(work, work);
      last = mine;
      return mine;
    },
  };
}

/** An error of the gateway's HTTP interface (problem+json), or of the way there (`UNREACHABLE`). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
  }
}

export interface SessionOptions {
  /** Address of the gateway, `https://host`; empty for the page's own origin. */
  origin: string;
  store: TokenStore;
  /** Without one, that of the machine; so with the surroundings. */
  fetch?: typeof fetch;
  surroundings?: Surroundings;
  onSignedOut?(): void;
}

/** An access token is renewed when it has less than this left. */
const RENEW_AHEAD_MS = 30_000;

/** A signed-in user: access tokens that renew themselves, authorised calls, tickets for the socket. */
export class Session {
  readonly #options: Required<SessionOptions>;

  constructor(options: SessionOptions) {
    this.#options = {
      fetch: (input, init) => fetch(input, init),
      surroundings: browserSurroundings(),
      onSignedOut: () => {},
      ...options,
    };
  }

  /** Who is signed in, by what the store holds. */
  get user(): User | null {
    return this.#options.store.load()?.user ?? null;
  }

  async signIn(user: string, password: string): Promise<User> {
    const tokens = await this.#call<SessionTokens>('POST', '/api/session', { user, password }, null);
    this.#options.store.save(tokens);
    return tokens.user;
  }

  /** Signs out here even if the gateway cannot be told. */
  async signOut(): Promise<void> {
    const tokens = this.#options.store.load();
    this.#options.store.save(null);
    this.#options.onSignedOut();
    if (tokens) await this.#call('DELETE', '/api/session', undefined, tokens.accessToken).catch(() => {});
  }

  /** An authorised call; throws a {@link Problem}. */
  async call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const token = await this.#accessToken(null);
    try {
      return await this.#call<T>(method, path, body, token);
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
      return this.#call<T>(method, path, body, await this.#accessToken(token));
    }
  }

  async ticket(): Promise<Ticket> {
    try {
      const answer = await this.call<{ ticket: string; transport?: string }>('POST', '/api/session/ticket');
      const { ticket, transport } = answer;
      return isTransport(transport) ? { kind: 'ticket', ticket, transport } : { kind: 'ticket', ticket };
    } catch (problem) {
      const ended = problem instanceof Problem && problem.status === 401;
      return { kind: ended ? 'signed-out' : 'unavailable' };
    }
  }

  /** An access token with time left that is not `refused`, which the gateway did not take. */
  async #accessToken(refused: string | null): Promise<string> {
    const tokens = this.#options.store.load();
    if (tokens && this.#isGood(tokens, refused)) return tokens.accessToken;
    return this.#options.store.exclusive(async () => {
      const latest = this.#options.store.load();
      if (!latest) throw new Problem(401, 'UNAUTHENTICATED', 'Nobody is signed in.');
      return this.#isGood(latest, refused) ? latest.accessToken : this.#renew(latest.refreshToken);
    });
  }

  #isGood(tokens: SessionTokens, refused: string | null): boolean {
    const left = Date.parse(tokens.accessExpiresAt) - this.#options.surroundings.now();
    return left > RENEW_AHEAD_MS && tokens.accessToken !== refused;
  }

  async #renew(refreshToken: string): Promise<string> {
    try {
      const tokens = await this.#call<SessionTokens>('POST', '/api/session/refresh', { refreshToken }, null);
      this.#options.store.save(tokens);
      return tokens.accessToken;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) {
        this.#options.store.save(null);
        this.#options.onSignedOut();
      }
      throw problem;
    }
  }

  async #call<T>(method: string, path: string, body: unknown, token: string | null): Promise<T> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== null) headers.authorization = `Bearer ${token}`;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    const response = await this.#options.fetch(this.#options.origin + path, init).catch(() => {
      throw new Problem(0, 'UNREACHABLE', 'The gateway cannot be reached.');
    });
    if (!response.ok) throw await problemOf(response);
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  const { code, detail, title } = (body ?? {}) as { code?: string; detail?: string; title?: string };
  return new Problem(response.status, code ?? 'UNAVAILABLE', detail ?? title ?? `Status ${response.status}.`);
}
