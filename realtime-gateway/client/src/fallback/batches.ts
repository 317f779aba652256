import { CallRefused, type Ending, type LiveCalls } from './calls.ts';
import type { Arrivals } from './http-socket.ts';

interface Batch {
  number: number;
  messages: unknown[];
  close?: Ending;
}

/** A batch whose answer was lost is asked for again, so often and after this long, ms. */
const ASKED_MAX = 3;
const ASK_AGAIN_MS = 1_000;
/** An empty answer that comes sooner is no answer of somebody who waits, ms. */
const EMPTY_SOONEST_MS = 1_000;

/** Polling: each answer waits until there is something to say, and carries it all. */
export async function batches(calls: LiveCalls, hello: string, arrivals: Arrivals): Promise<Ending> {
  let batch = (await (await calls.open('poll', hello)).json()) as Batch;
  arrivals.begun();
  for (;;) {
    for (const message of batch.messages) arrivals.message(message);
    if (batch.close) return batch.close;
    const asked = calls.now();
    batch = await next(calls, batch.number);
    if (batch.messages.length === 0 && calls.now() - asked < EMPTY_SOONEST_MS) {
      await calls.pause(EMPTY_SOONEST_MS);
    }
  }
}

/** The gateway repeats its last batch to whoever asks for it again. */
async function next(calls: LiveCalls, after: number): Promise<Batch> {
  for (let asked = 1; ; asked++) {
    try {
      return (await (await calls.post('poll/next', JSON.stringify({ after }))).json()) as Batch;
    } catch (failure) {
      const forGood = failure instanceof CallRefused && failure.status < 500;
      if (forGood || calls.isOver || asked === ASKED_MAX) throw failure;
      await calls.pause(ASK_AGAIN_MS);
    }
  }
}
