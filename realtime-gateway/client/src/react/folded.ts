import type { ChannelEvent, SharedChannels } from './shared-channels.ts';

/** What became of everything that was told on some channels, while somebody watches. */
export class Folded<State> {
  readonly #shared: SharedChannels;
  readonly #channels: readonly string[];
  readonly #initial: State;
  readonly #step: (state: State, event: ChannelEvent) => State;
  readonly #watching = new Set<() => void>();
  #state: State;
  #ends: (() => void)[] = [];

  constructor(
    shared: SharedChannels,
    channels: readonly string[],
    initial: State,
    step: (state: State, event: ChannelEvent) => State,
  ) {
    this.#shared = shared;
    this.#channels = channels;
    this.#initial = initial;
    this.#step = step;
    this.#state = initial;
  }

  readonly state = (): State => this.#state;

  readonly watch = (changed: () => void): (() => void) => {
    this.#watching.add(changed);
    if (this.#watching.size === 1) {
      this.#state = this.#initial;
      this.#ends = this.#channels.map(channel => this.#shared.listen(channel, event => this.#take(event)));
    }
    return () => {
      if (!this.#watching.delete(changed) || this.#watching.size > 0) return;
      for (const end of this.#ends.splice(0)) end();
    };
  };

  #take(event: ChannelEvent): void {
    const next = this.#step(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const changed of [...this.#watching]) changed();
  }
}
