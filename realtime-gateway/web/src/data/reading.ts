/** How long after a reading that failed the next one begins by itself, ms. */
const READ_AGAIN_MS = 5_000;

interface ReadingOptions<Answer> {
  ask(): Promise<Answer>;
  answered(answer: Answer): void;
  failed(reason: string): void;
}

/** What is read by HTTP until it has succeeded. Of several readings only the one that began last counts. */
export class Reading<Answer> {
  readonly #options: ReadingOptions<Answer>;
  #newest = 0;

  constructor(options: ReadingOptions<Answer>) {
    this.#options = options;
  }

  async begin(): Promise<void> {
    const { ask, answered, failed } = this.#options;
    this.#newest += 1;
    const own = this.#newest;
    try {
      const answer = await ask();
      if (own === this.#newest) answered(answer);
    } catch (problem) {
      if (own !== this.#newest) return;
      failed(reasonOf(problem));
      setTimeout(() => {
        if (own === this.#newest) void this.begin();
      }, READ_AGAIN_MS);
    }
  }

  /** What is on its way counts no more, and nothing is read again by itself. */
  stop(): void {
    this.#newest += 1;
  }
}

export function reasonOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
