import { backoffMs } from './backoff.ts';
import type { Command } from './command.ts';
import type { Refusal } from './protocol.ts';
import type { Received } from './records.ts';
import type { Reply } from './requests.ts';
import type { Surroundings } from './surroundings.ts';

/** The one outcome of a command. */
export type CommandOutcome =
  | { kind: 'received'; received: Received }
  /** It was not received, and may be sent again under the same id. */
  | { kind: 'refused'; refusal: Refusal }
  /** We had to stop asking. Ask again with the same body. */
  | { kind: 'unknown' };

export interface CommandListener {
  /** No answer yet, `asked` times; we go on asking with the same body. */
  unknown(asked: number): void;
}

interface Waiting {
  readonly command: Command;
  readonly listener: CommandListener | undefined;
  readonly settle: (outcome: CommandOutcome) => void;
  asked: number;
  inFlight: boolean;
  cancelTimer: () => void;
}

export const COMMAND_TIMEOUT_MS = 5_000;

const NOT_CONNECTED: Refusal = {
  code: 'NOT_CONNECTED',
  message: 'Not sent: there is no connection.',
  temporary: true,
};

/** Asks for every command until there is a definite answer. */
export class Commands {
  readonly #surroundings: Surroundings;
  readonly #ask: (command: Command, timeoutMs: number) => Promise<Reply>;
  readonly #waiting = new Set<Waiting>();
  #live = false;

  constructor(surroundings: Surroundings, ask: (command: Command, timeoutMs: number) => Promise<Reply>) {
    this.#surroundings = surroundings;
    this.#ask = ask;
  }

  /** A command without a connection is refused at once: it was never sent, and nobody wants it queued blindly. */
  send(command: Command, listener?: CommandListener): Promise<CommandOutcome> {
    if (!this.#live) return Promise.resolve({ kind: 'refused', refusal: NOT_CONNECTED });
    return new Promise(settle => {
      const waiting: Waiting = {
        command,
        listener,
        settle,
        asked: 0,
        inFlight: false,
        cancelTimer: () => {},
      };
      this.#waiting.add(waiting);
      void this.#try(waiting);
    });
  }

  live(): void {
    this.#live = true;
    for (const waiting of this.#waiting) void this.#try(waiting);
  }

  down(): void {
    this.#live = false;
    for (const waiting of this.#waiting) waiting.cancelTimer();
  }

  stop(): void {
    this.down();
    for (const waiting of this.#waiting) waiting.settle({ kind: 'unknown' });
    this.#waiting.clear();
  }

  async #try(waiting: Waiting): Promise<void> {
    if (waiting.inFlight || !this.#waiting.has(waiting)) return;
    waiting.cancelTimer();
    waiting.inFlight = true;
    waiting.asked += 1;
    const reply = await this.#ask(waiting.command, COMMAND_TIMEOUT_MS);
    waiting.inFlight = false;
    const outcome = this.#outcomeOf(reply, waiting);
    if (outcome) {
      this.#waiting.delete(waiting);
      waiting.settle(outcome);
    } else if (this.#waiting.has(waiting)) {
      waiting.listener?.unknown(waiting.asked);
      this.#tryLater(waiting, reply);
    }
  }

  /** What was refused for now after an unanswered try is still unknown: the earlier one may have arrived. */
  #outcomeOf(reply: Reply, waiting: Waiting): CommandOutcome | null {
    if (reply.kind === 'result') {
      return reply.result.received ? { kind: 'received', received: reply.result.received } : null;
    }
    if (reply.kind === 'unknown' || reply.error.code === 'UNKNOWN_OUTCOME') return null;
    return waiting.asked > 1 && reply.error.temporary ? null : { kind: 'refused', refusal: reply.error };
  }

  #tryLater(waiting: Waiting, reply: Reply): void {
    if (!this.#live) return;
    const paced = reply.kind === 'error' ? reply.error.retryAfterMs : undefined;
    const delay = paced ?? backoffMs(waiting.asked, this.#surroundings.random());
    waiting.cancelTimer = this.#surroundings.after(delay, () => void this.#try(waiting));
  }
}
