import type { SignIn } from '@ringside/client';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Where the fake's one user is signed in. */
export class FakeSignIns {
  #all: SignIn[];

  constructor(now: number) {
    const at = (ms: number) => new Date(now - ms).toISOString();
    const signIn = (id: string, usedMs: number, address: string, client: string): SignIn => ({
      id,
      current: id === 'here',
      signedInAt: at(usedMs + 3 * HOUR_MS),
      expiresAt: at(usedMs - 9 * HOUR_MS),
      lastUsedAt: at(usedMs),
      address,
      client,
      liveSockets: id === 'here' || id === 'desk' ? 1 : 0,
    });
    this.#all = [
      signIn('here', 0, '203.0.113.7', 'Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0.0.0 Safari/537.36'),
      signIn('desk', 4 * MINUTE_MS, '203.0.113.8', 'Mozilla/5.0 (Windows NT 10.0) Gecko Firefox/145.0'),
      signIn('phone', 40 * MINUTE_MS, '2001:db8::7:1', 'Mozilla/5.0 (iPhone) Mobile/15E148 Safari/604.1'),
      signIn('tool', 2 * HOUR_MS, '198.51.100.20', 'desk-tool/3.1'),
    ];
  }

  list(): SignIn[] {
    return this.#all;
  }

  /** Whether there was such a one. */
  end(id: string): boolean {
    const before = this.#all.length;
    this.#all = this.#all.filter(signIn => signIn.id !== id);
    return this.#all.length < before;
  }

  endOthers(): number {
    const before = this.#all.length;
    this.#all = this.#all.filter(signIn => signIn.current);
    return before - this.#all.length;
  }
}
