import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 100;
const BACK_WITHIN_MS = 120_000;
const SOCKETS = /^ringside_gateway_sockets(?:\{.*\})? (\S+)$/m;
const NAME = /^realtime-gateway-\d+$/;

interface Ready {
  processes: Record<string, number>;
  ports: Record<string, number>;
}

/** The gateways behind the floor's port, which a journey may kill; the floor starts them again. */
export class Gateways {
  readonly #file: string;

  constructor(ready: string) {
    this.#file = ready;
  }

  names(): string[] {
    return Object.keys(this.#processes()).sort();
  }

  /** Those that hold a socket now. */
  async serving(): Promise<string[]> {
    const { ports } = this.#ready();
    const held = await Promise.all(
      this.names().map(async name => {
        const metrics = await (await fetch(`http://127.0.0.1:${ports[name]}/prometheus`)).text();
        return Number(SOCKETS.exec(metrics)?.[1] ?? 0) > 0 ? [name] : [];
      }),
    );
    return held.flat();
  }

  /** Kills them without a word, all at once. What it answers with resolves when all serve again. */
  kill(...names: string[]): Promise<void> {
    const before = this.#processes();
    for (const name of names) {
      const pid = before[name];
      if (pid === undefined) throw new Error(`${name} does not serve`);
      process.kill(pid, 'SIGKILL');
    }
    return this.#back(names, before);
  }

  async #back(names: string[], before: Record<string, number>): Promise<void> {
    const until = Date.now() + BACK_WITHIN_MS;
    while (Date.now() < until) {
      const now = this.#processes();
      if (names.every(name => now[name] !== undefined && now[name] !== before[name])) return;
      await pause(LOOK_EVERY_MS);
    }
    throw new Error(`not back within ${BACK_WITHIN_MS / 1000} s: ${names.join(', ')}`);
  }

  /** The ids of those that serve now. */
  #processes(): Record<string, number> {
    const { processes } = this.#ready();
    return Object.fromEntries(Object.entries(processes).filter(([name]) => NAME.test(name)));
  }

  #ready(): Ready {
    return JSON.parse(readFileSync(this.#file, 'utf8')) as Ready;
  }
}
