import type { Command, CommandOutcome } from '@ringside/client';
import type { ToFeed } from './feed-messages.ts';

/** What is known about a command: its one outcome, or that nobody has answered so many times. */
export type Answer = { kind: 'outcome'; outcome: CommandOutcome } | { kind: 'unknown'; asked: number };

/** Hands commands to the feed and their answers back to whoever sent them. */
export class Dispatch {
  readonly #send: (message: ToFeed) => void;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #last = 0;

  constructor(send: (message: ToFeed) => void) {
    this.#send = send;
  }

  send(command: Command, answer: (answer: Answer) => void): void {
    this.#last += 1;
    this.#waiting.set(this.#last, answer);
    this.#send({ kind: 'command', id: this.#last, command });
  }

  answered(command: number, outcome: CommandOutcome): void {
    this.#waiting.get(command)?.({ kind: 'outcome', outcome });
    this.#waiting.delete(command);
  }

  unanswered(command: number, asked: number): void {
    this.#waiting.get(command)?.({ kind: 'unknown', asked });
  }
}
