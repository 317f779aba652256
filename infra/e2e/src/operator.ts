import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { promisify } from 'node:util';

const COMMAND = resolve(import.meta.dirname, '../../notice');

/** Who runs the floor, at a command line. */
export class Operator {
  readonly #data: string;

  /** @param ready the file in which the running floor says what it is made of */
  constructor(ready: string) {
    this.#data = dirname(resolve(ready));
  }

  /** Tells everybody; answers with the notice's id. */
  async send(...words: string[]): Promise<string> {
    const [, id] = /^told: (\S+)/.exec(await this.#notice('send', ...words)) ?? [];
    if (!id) throw new Error('the command names no notice');
    return id;
  }

  async withdraw(id: string): Promise<void> {
    await this.#notice('withdraw', id);
  }

  async #notice(...words: string[]): Promise<string> {
    const env = { ...process.env, RINGSIDE_DATA_FOLDER: this.#data };
    const { stdout } = await promisify(execFile)(COMMAND, words, { env });
    return stdout;
  }
}
