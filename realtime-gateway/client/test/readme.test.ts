import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Gateway } from './gateway.ts';

const HOME = new URL('..', import.meta.url).pathname;
const PLACE = 'localhost:8080';
const EXAMPLE_LINES_MAX = 14;
/** A Node without sockets of its own has them behind a switch. */
const SWITCHES = 'WebSocket' in globalThis ? [] : ['--experimental-websocket', '--no-warnings'];

/** The first piece of JavaScript in the README, as a stranger copies it. */
function example(): string {
  const [, code] = /```js\n(.*?)```/s.exec(readFileSync(join(HOME, 'README.md'), 'utf8')) ?? [];
  if (!code) throw new Error('the README shows no example');
  return code;
}

describe('the example of the README', () => {
  let folder: string;
  let gateway: Gateway;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ringside-example-'));
    gateway = await Gateway.start();
  });

  afterEach(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('runs in plain Node on the built package: it signs in, sees a price and sends an order', async () => {
    const home = join(folder, 'node_modules/@ringside/client');
    mkdirSync(home, { recursive: true });
    cpSync(join(HOME, 'package.json'), join(home, 'package.json'));
    const compiler = join(HOME, 'node_modules/typescript/bin/tsc');
    execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', join(home, 'dist')], {
      cwd: HOME,
    });
    const code = example();
    expect(code.trim().split('\n').length).toBeLessThanOrEqual(EXAMPLE_LINES_MAX);
    expect(code.split(PLACE)).toHaveLength(3);
    writeFileSync(join(folder, 'example.mjs'), code.replaceAll(PLACE, `127.0.0.1:${gateway.port}`));

    const lines = await said([...SWITCHES, 'example.mjs'], folder, line => line.startsWith('order'));

    expect(lines.map(line => line.replace(/[0-9a-f-]{36}/, 'ID')).sort()).toEqual([
      'command received',
      'order ID FILLED',
      'price 150.1 150.3',
    ]);
    expect(gateway.heard).toEqual([
      'POST /api/session',
      'POST /api/session/ticket',
      'ringside.v1',
      'connect one-use inbox,quotes.XMR-USD',
      'order.submit HARBOUR-1 0.01',
    ]);
  });
});

/** What a program says until all that it has to say was said; then it is ended. */
async function said(words: string[], cwd: string, isLast: (line: string) => boolean): Promise<string[]> {
  const program = spawn(process.execPath, words, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  try {
    for await (const line of createInterface({ input: program.stdout })) {
      lines.push(line);
      if (lines.some(isLast) && lines.some(each => each.startsWith('command'))) break;
    }
  } finally {
    program.kill();
  }
  return lines;
}
