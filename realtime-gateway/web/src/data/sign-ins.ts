import type { Session, SignIn } from '@ringside/client';

export interface SignIns {
  sessions: SignIn[];
  /** Gateways whose connections are not counted: they did not answer. */
  unanswered: string[];
}

type Caller = Pick<Session, 'call'>;

export function readSignIns(session: Caller): Promise<SignIns> {
  return session.call<SignIns>('GET', '/api/sessions');
}

export function endSignIn(session: Caller, id: string): Promise<void> {
  return session.call<void>('DELETE', `/api/sessions/${id}`);
}

export function endOthers(session: Caller): Promise<{ signedOut: number }> {
  return session.call<{ signedOut: number }>('POST', '/api/sessions/sign-out-others');
}

const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** What a person calls a client: `Firefox on Windows`; of a program its own first word. */
export function clientName(client: string | undefined): string {
  if (!client) return 'Unknown client';
  const browser = nameIn(BROWSERS, client);
  const system = nameIn(SYSTEMS, client);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? client.split(/[\s/]/)[0] ?? client;
}

function nameIn(names: [RegExp, string][], client: string): string | undefined {
  return names.find(([pattern]) => pattern.test(client))?.[1];
}

/** Whether it is held in a hand. */
export function isHandheld(client: string | undefined): boolean {
  return /iPhone|iPad|Android|Mobile/.test(client ?? '');
}
