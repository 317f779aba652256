import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Continuity } from '../src/continuity.ts';
import type { Position, Push, Subscribed } from '../src/index.ts';

const EPOCH = 'E';

/** The server's side of one channel: what it holds and how it brings a client up to date. */
class Server {
  readonly pushes: Push[] = [];

  constructor(steps: number[]) {
    let last = 0;
    for (const step of steps) {
      this.pushes.push({ channel: 'c', type: 't', sequence: last + step, previous: last, data: null });
      last += step;
    }
  }

  /** What is kept after the oldest are gone. */
  restore(from: Position | null, evicted: number): { how: Subscribed; pushes: Push[] } {
    const kept = this.pushes.slice(evicted);
    const top = this.pushes.at(-1)?.sequence ?? 0;
    const position = { epoch: EPOCH, sequence: top };
    const missed = kept.filter(push => from === null || (push.sequence ?? 0) > from.sequence);
    if (from && missed.length === 0 && from.sequence === top)
      return { how: { mode: 'live', position }, pushes: [] };
    if (from && missed[0]?.previous === from.sequence) {
      return { how: { mode: 'replay', position, count: missed.length }, pushes: missed };
    }
    const firstAvailable = missed[0]?.sequence ?? top + 1;
    const reason = from ? 'evicted' : 'first';
    return { how: { mode: 'gap', position, count: missed.length, firstAvailable, reason }, pushes: missed };
  }
}

/** What the wire may do to one push. */
const fate = fc.constantFrom('deliver', 'drop', 'twice', 'late' as const);
const steps = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });

function deliver(continuity: Continuity, push: Push, accepted: number[]): 'gap' | 'fine' {
  const judgement = continuity.judge(push);
  if (judgement === 'accept') accepted.push(push.sequence ?? 0);
  return judgement === 'gap' ? 'gap' : 'fine';
}

function isStrictlyRising(values: number[]): boolean {
  return values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));
}

describe('continuity', () => {
  it('accepts every push once and in order, whatever the wire drops, repeats or swaps', () => {
    fc.assert(
      fc.property(steps, fc.array(fate, { minLength: 40, maxLength: 40 }), (gaps, fates) => {
        const server = new Server(gaps);
        const continuity = new Continuity({ epoch: EPOCH, sequence: 0 });
        const accepted: number[] = [];
        const late: Push[] = [];
        const receive = (push: Push) => {
          if (deliver(continuity, push, accepted) === 'fine') return;
          const { how, pushes } = server.restore(continuity.position, 0);
          continuity.restored(how);
          for (const missed of pushes) expect(deliver(continuity, missed, accepted)).toBe('fine');
        };
        server.pushes.forEach((push, index) => {
          const what = fates[index];
          if (what === 'late') late.push(push);
          if (what === 'deliver' || what === 'twice') receive(push);
          if (what === 'twice') receive(push);
        });
        for (const push of late) receive(push);
        const last = server.restore(continuity.position, 0);
        continuity.restored(last.how);
        for (const push of last.pushes) receive(push);
        expect(accepted).toEqual(server.pushes.map(push => push.sequence));
      }),
    );
  });

  it('never takes a gap for continuity', () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.nat(), (gaps, a, b) => {
        const server = new Server(gaps);
        const from = server.pushes[a % server.pushes.length];
        const next = server.pushes[b % server.pushes.length];
        if (!from || !next) return;
        const continuity = new Continuity({ epoch: EPOCH, sequence: from.sequence ?? 0 });
        const follows = next.previous === from.sequence;
        const known = (next.sequence ?? 0) <= (from.sequence ?? 0);
        expect(continuity.judge(next)).toBe(known ? 'duplicate' : follows ? 'accept' : 'gap');
      }),
    );
  });

  it('after an announced gap goes on with what is left, without asking again', () => {
    fc.assert(
      fc.property(steps, fc.nat({ max: 39 }), fc.boolean(), (gaps, lost, stood) => {
        const server = new Server(gaps);
        const evicted = Math.min(lost, server.pushes.length);
        const from = stood ? { epoch: EPOCH, sequence: 0 } : null;
        const continuity = new Continuity(from);
        const { how, pushes } = server.restore(from, evicted);
        continuity.restored(how);
        const accepted: number[] = [];
        for (const push of pushes) expect(deliver(continuity, push, accepted)).toBe('fine');
        expect(isStrictlyRising(accepted)).toBe(true);
        expect(continuity.position).toEqual(how.position);
      }),
    );
  });
});
