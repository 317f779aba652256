import type { Position, Push, Subscribed } from '@ringside/client';

/** As many notices as the real inbox keeps for one user: 100 that may be missed, and the one before them. */
const NOTICES_KEPT = 101;

/** One user's notices with sequences that are shared with other users, as in the real stream. */
export class FakeInbox {
  readonly epoch: string;
  readonly #random: () => number;
  readonly #channel: string;
  #notices: Push[] = [];
  #last = 0;

  constructor(epoch: string, random: () => number, channel = 'inbox') {
    this.epoch = epoch;
    this.#channel = channel;
    this.#random = random;
  }

  append(type: string, data: unknown): Push {
    const sequence = this.#last + 1 + Math.floor(this.#random() * 3);
    const push: Push = { channel: this.#channel, type, sequence, previous: this.#last, data };
    this.#last = sequence;
    this.#notices = [...this.#notices, push].slice(-NOTICES_KEPT);
    return push;
  }

  /** How somebody who stands at `from` is brought up to date, and with which notices. */
  restore(from: Position | null): { how: Subscribed; pushes: Push[] } {
    const position = { epoch: this.epoch, sequence: this.#last };
    const firstAvailable = this.#notices[0]?.sequence ?? this.#last + 1;
    if (from && from.epoch === this.epoch) {
      const missed = this.#notices.filter(push => (push.sequence ?? 0) > from.sequence);
      if (missed.length === 0) return { how: { mode: 'live', position }, pushes: [] };
      if (missed[0]?.previous === from.sequence) {
        return { how: { mode: 'replay', position, count: missed.length }, pushes: missed };
      }
    }
    const reason = from === null ? 'first' : from.epoch === this.epoch ? 'evicted' : 'epoch';
    const pushes = this.#notices;
    return { how: { mode: 'gap', position, count: pushes.length, firstAvailable, reason }, pushes };
  }
}
