/** Span over which messages per second are averaged. */
const WINDOW_MS = 2_000;

/** Messages per second from a counter that only grows. */
export class TrafficMeter {
  #sinceMs = 0;
  #sinceMessages = 0;
  /** Null until the first span is over. */
  perSecond: number | null = null;

  count(messages: number, now: number): void {
    if (this.#sinceMs === 0 || messages < this.#sinceMessages) {
      this.#sinceMs = now;
      this.#sinceMessages = messages;
    }
    const elapsed = now - this.#sinceMs;
    if (elapsed < WINDOW_MS) return;
    this.perSecond = Math.round(((messages - this.#sinceMessages) * 1_000) / elapsed);
    this.#sinceMs = now;
    this.#sinceMessages = messages;
  }
}
