import type { Position, Push, Subscribed } from './protocol.ts';

/** What to do with a push of a replayable channel. */
export type Judgement = 'accept' | 'duplicate' | 'gap';

/**
 * Where we stand in one channel. Every push names its predecessor, so a missing one is seen at once; it is never
 * guessed from silence.
 */
export class Continuity {
  #position: Position | null;
  /** After a gap the first push of the remaining ones has a predecessor that is gone, and that is all right. */
  #anyPredecessor = false;

  constructor(position: Position | null) {
    this.#position = position;
  }

  get position(): Position | null {
    return this.#position;
  }

  /**
   * The server told where we stand, after a subscription or a resync; the answer is what that means here. While another
   * link took over we may have gone on: what was taken is never taken again.
   */
  restored(how: Subscribed): Subscribed {
    if (this.#position && this.#isBehind(how, this.#position)) {
      this.#anyPredecessor = false;
      return { mode: 'live', position: this.#position };
    }
    this.#stand(how);
    return how;
  }

  /** Reason `epoch` is no such case: it says that the stream itself is another one, or was set back. */
  #isBehind(how: Subscribed, { epoch, sequence }: Position): boolean {
    if (how.mode === 'replay' || how.position?.epoch !== epoch) return false;
    if (how.mode === 'live') return how.position.sequence < sequence;
    const stands = how.count > 0 ? how.firstAvailable - 1 : how.position.sequence;
    return how.reason !== 'epoch' && stands < sequence;
  }

  #stand(how: Subscribed): void {
    switch (how.mode) {
      case 'live':
        this.#anyPredecessor = false;
        if (how.position) this.#position = { epoch: how.position.epoch, sequence: how.position.sequence };
        return;
      case 'replay':
        this.#anyPredecessor = false;
        return;
      case 'gap':
        this.#anyPredecessor = how.count > 0;
        this.#position =
          how.count > 0
            ? { epoch: how.position.epoch, sequence: how.firstAvailable - 1 }
            : { epoch: how.position.epoch, sequence: how.position.sequence };
        return;
      default:
        throw new Error(`unknown mode ${String((how as { mode: unknown }).mode)}`);
    }
  }

  judge(push: Push): Judgement {
    const sequence = push.sequence ?? 0;
    if (this.#position === null) return 'gap';
    if (sequence <= this.#position.sequence) return 'duplicate';
    if (!this.#anyPredecessor && push.previous !== this.#position.sequence) return 'gap';
    this.#anyPredecessor = false;
    this.#position = { epoch: this.#position.epoch, sequence };
    return 'accept';
  }
}
