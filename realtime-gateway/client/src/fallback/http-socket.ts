import type { Socket, Surroundings } from '../surroundings.ts';
import { CallRefused, type Ending, LiveCalls, lost } from './calls.ts';
import { Posts } from './posts.ts';

/** What comes down, whichever way. */
export interface Arrivals {
  /** The session is there: messages may be sent. */
  begun(): void;
  message(data: unknown): void;
  /** A sign of life is asked for. */
  ping(): void;
}

/** Opens a session with its first message and hands on what comes down, until the session ends. */
export type Downstream = (calls: LiveCalls, hello: string, arrivals: Arrivals) => Promise<Ending>;

/** Looks like a WebSocket and is made of HTTP calls, for networks that let no WebSocket through. */
export class HttpSocket implements Socket {
  onopen: Socket['onopen'] = null;
  onmessage: Socket['onmessage'] = null;
  onclose: Socket['onclose'] = null;
  readonly #calls: LiveCalls;
  readonly #posts: Posts;
  readonly #downstream: Downstream;
  readonly #surroundings: Surroundings;
  #greeted = false;

  constructor(url: string, surroundings: Surroundings, downstream: Downstream) {
    this.#surroundings = surroundings;
    this.#calls = new LiveCalls(url, surroundings);
    this.#posts = new Posts(this.#calls, ending => this.#end(ending, true));
    this.#downstream = downstream;
    // The first message goes with the call that opens the session, so it may be said at once.
    surroundings.after(0, () => this.onopen?.(undefined as never));
  }

  send(message: string): void {
    if (this.#greeted) this.#posts.add(message);
    else void this.#run(message);
  }

  close(code = 1000, reason = ''): void {
    if (this.#calls.isOver) return;
    this.#calls.end(true);
    this.onclose?.({ code, reason });
  }

  async #run(hello: string): Promise<void> {
    this.#greeted = true;
    const arrivals: Arrivals = {
      begun: () => this.#posts.begin(),
      message: data => this.#hand(data),
      ping: () => this.#posts.signOfLife(),
    };
    try {
      this.#end(await this.#downstream(this.#calls, hello, arrivals), false);
    } catch (failure) {
      this.#end(failure instanceof CallRefused ? failure.ending : lost('the call was broken off'), true);
    }
  }

  /** What the program does with a message is no fault of the session, as with a socket. */
  #hand(data: unknown): void {
    if (this.#calls.isOver) return;
    try {
      this.onmessage?.({ data });
    } catch (failure) {
      this.#surroundings.after(0, () => {
        throw failure;
      });
    }
  }

  /** `tell`: the gateway may not know that it is over. */
  #end({ code, reason, disconnect }: Ending, tell: boolean): void {
    if (this.#calls.isOver) return;
    if (disconnect) this.#hand(disconnect);
    this.#calls.end(tell);
    this.onclose?.({ code, reason });
  }
}
