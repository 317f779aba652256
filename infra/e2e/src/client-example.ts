import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const CLIENT = resolve(import.meta.dirname, '../../../realtime-gateway/client');
const COMPILER = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
const ADDRESS = 'localhost:8080';
const NAME = "client: 'desk/1.0'";
const SAID_WITHIN_MS = 60_000;
/** A Node without sockets of its own has them behind a switch. */
const SWITCHES = 'WebSocket' in globalThis ? [] : ['--experimental-websocket', '--no-warnings'];

/** The example of the client library's README, in a folder of its own with the built library, as a stranger has it. */
export class ClientExample {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ringside-example-'));

  constructor() {
    const home = join(this.#folder, 'node_modules/@ringside/client');
    mkdirSync(home, { recursive: true });
    cpSync(join(CLIENT, 'package.json'), join(home, 'package.json'));
    const target = ['--target', 'ES2023', '--lib', 'ES2023,DOM', '--module', 'esnext'];
    const resolution = ['--moduleResolution', 'bundler', '--rewriteRelativeImportExtensions', '--types', ''];
    const words = ['--ignoreConfig', '--outDir', join(home, 'dist'), ...target, ...resolution];
    execFileSync(process.execPath, [COMPILER, join(CLIENT, 'src/index.ts'), ...words], { stdio: 'inherit' });
  }

  /** Runs it against a floor until each of these words has begun a line; answers with all lines. */
  async run(floor: string, words: string[], transport?: string): Promise<string[]> {
    writeFileSync(join(this.#folder, 'example.mjs'), this.#program(floor, transport));
    const program = spawn(process.execPath, [...SWITCHES, 'example.mjs'], {
      cwd: this.#folder,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    const isWhole = () => words.every(word => lines.some(each => each.startsWith(word)));
    const late = setTimeout(() => program.kill(), SAID_WITHIN_MS);
    try {
      for await (const line of createInterface({ input: program.stdout })) {
        lines.push(line);
        if (isWhole()) return lines;
      }
    } finally {
      clearTimeout(late);
      program.kill();
    }
    throw new Error(`ended before it had said ${words}: ${lines.join('; ') || 'nothing'}`);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #program(floor: string, transport: string | undefined): string {
    const [, code = ''] = /```js\n(.*?)```/s.exec(readFileSync(join(CLIENT, 'README.md'), 'utf8')) ?? [];
    if (!code.includes(ADDRESS) || !code.includes(NAME)) throw new Error('the README shows no such example');
    const there = code.replaceAll(ADDRESS, new URL(floor).host);
    return transport === undefined ? there : there.replace(NAME, `${NAME}, transports: ['${transport}']`);
  }
}
