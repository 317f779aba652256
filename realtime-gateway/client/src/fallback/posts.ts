import { CallRefused, type Ending, type LiveCalls, lost } from './calls.ts';

/** What the gateway takes in one call. */
const LINES_MAX = 64;
const BYTES_MAX = 128 * 1_024;
/** Messages that wait for their turn. */
export const WAITING_MAX = 1_024;

/** The way up: one call at a time, so that order is kept; what comes meanwhile leaves together. */
export class Posts {
  readonly #calls: LiveCalls;
  readonly #failed: (ending: Ending) => void;
  readonly #waiting: string[] = [];
  #begun = false;
  #underWay = false;

  constructor(calls: LiveCalls, failed: (ending: Ending) => void) {
    this.#calls = calls;
    this.#failed = failed;
  }

  /** There is a session that takes messages. */
  begin(): void {
    this.#begun = true;
    if (this.#waiting.length > 0) void this.#send();
  }

  add(message: string): void {
    if (this.#waiting.length === WAITING_MAX) {
      this.#failed(lost('the network takes messages too slowly'));
      return;
    }
    this.#waiting.push(message);
    if (this.#begun && !this.#underWay) void this.#send();
  }

  /** The gateway asks for a sign of life: any call is one. */
  signOfLife(): void {
    if (this.#begun && !this.#underWay) void this.#send();
  }

  async #send(): Promise<void> {
    this.#underWay = true;
    try {
      do {
        await this.#calls.post('send', this.#batch().join('\n'));
      } while (this.#waiting.length > 0);
      this.#underWay = false;
    } catch (failure) {
      // Whether the gateway has taken it is unknown: the session ends, and whoever waits asks again on the next one.
      this.#failed(failure instanceof CallRefused ? failure.ending : lost('a call was not answered'));
    }
  }

  #batch(): string[] {
    let bytes = 0;
    let lines = 0;
    for (const message of this.#waiting.slice(0, LINES_MAX)) {
      bytes += new TextEncoder().encode(message).length + 1;
      if (lines > 0 && bytes > BYTES_MAX) break;
      lines += 1;
    }
    return this.#waiting.splice(0, lines);
  }
}
