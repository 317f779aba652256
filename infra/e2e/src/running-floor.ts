import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const SIMULATOR = 'simulator';
const RECORDING = process.env.RINGSIDE_RECORDING ?? '../shared/data/KRAKEN.ws.50.0';
const READY_MS_MAX = 840_000;
const STOP_MS_MAX = 180_000;
const LOOK_EVERY_MS = 250;
const PORT_LOWEST = 10_000;
const PORT_BEYOND = 20_000;
const PORT_TRIES_MAX = 100;

export interface Login {
  user: string;
  password: string;
  accounts: string[];
}

interface Ready {
  address: string;
  logins: Login[];
}

/** The whole product, started as its users start it, or one that runs already (`RINGSIDE_READY=FILE`). */
export class RunningFloor {
  readonly address: string;
  readonly logins: Login[];
  /** The file in which it says what it is made of. */
  readonly ready: string;
  readonly #process: ChildProcess | null;
  readonly #data: string | null;

  private constructor(file: string, child: ChildProcess | null, data: string | null) {
    const ready = JSON.parse(readFileSync(file, 'utf8')) as Ready;
    this.address = ready.address.replace(/\/$/, '');
    this.logins = ready.logins;
    this.ready = file;
    this.#process = child;
    this.#data = data;
  }

  static async start(): Promise<RunningFloor> {
    const running = process.env.RINGSIDE_READY;
    if (running) return new RunningFloor(resolve(running), null, null);
    const data = mkdtempSync(join(tmpdir(), 'ringside-e2e-'));
    const words = ['--port', String(await freePort()), '--gateways', '2', '--brief', '--data', data];
    if (process.env.RINGSIDE_NO_BUILD) words.push('--no-build');
    const recording = resolve(REPOSITORY, RECORDING);
    if (existsSync(recording)) words.push('--feed', recording);
    else if (RECORDING !== SIMULATOR)
      console.warn(`No recording at ${recording}: the floor runs on the simulator.`);
    const child = spawn(join(REPOSITORY, 'infra/up'), words, {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    try {
      const ready = join(data, 'ready.json');
      await whenReady(child, ready);
      return new RunningFloor(ready, child, data);
    } catch (problem) {
      await stop(child);
      throw new Error(`the floor did not start; what it said is in ${data}`, { cause: problem });
    }
  }

  async stop(): Promise<void> {
    if (this.#process) await stop(this.#process);
    if (this.#data) rmSync(this.#data, { recursive: true, force: true });
  }
}

async function whenReady(child: ChildProcess, file: string): Promise<void> {
  const until = Date.now() + READY_MS_MAX;
  while (Date.now() < until) {
    if (existsSync(file)) return;
    if (child.exitCode !== null) throw new Error(`infra/up ended with ${child.exitCode} before it was ready`);
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`infra/up was not ready within ${READY_MS_MAX / 1000} s`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = pause(STOP_MS_MAX, 'late' as const, { ref: false });
  if ((await Promise.race([ended, late])) === 'late') {
    child.kill('SIGKILL');
    throw new Error(`infra/up did not stop within ${STOP_MS_MAX / 1000} s of SIGTERM`);
  }
}

/**
 * A port for the gateway, which binds it when everything else is built and started. It lies below those that the system
 * gives to outgoing connections, and below those of the floor's other processes: nobody else takes it meanwhile.
 */
async function freePort(): Promise<number> {
  for (let tries = 0; tries < PORT_TRIES_MAX; tries++) {
    const port = randomInt(PORT_LOWEST, PORT_BEYOND);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${PORT_LOWEST} and ${PORT_BEYOND}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
