/** The server's clock as far as it can be known from the times that its messages carry. */
export class ServerClock {
  readonly #now: () => number;
  /** Server's time less ours; a message is older when it is heard than when it was made, so the greatest is nearest. */
  #ahead: number | null = null;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** A message that was made just now said what time it was. */
  heard(at: string): void {
    const ahead = Date.parse(at) - this.#now();
    if (Number.isNaN(ahead)) return;
    this.#ahead = this.#ahead === null ? ahead : Math.max(this.#ahead, ahead);
  }

  /** A new connection measures anew: either clock may have been set meanwhile. */
  forget(): void {
    this.#ahead = null;
  }

  /** Milliseconds since 1970 at the server; our own time until anything was heard. */
  now(): number {
    return this.at(this.#now());
  }

  /** What the server's clock says when ours says so. */
  at(ours: number): number {
    return ours + (this.#ahead ?? 0);
  }
}
