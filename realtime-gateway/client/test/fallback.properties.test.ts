import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Transport } from '../src/index.ts';
import { BACK_MAX_MS } from '../src/way-back.ts';
import { anOrder, TestFloor } from './floor.ts';
import { type Fate, Serving, type Way } from './serving.ts';

const HISTORIES = 150;
const LATENCY_MAX_MS = 400;
/** More than what is kept may be missed. */
const KEPT_MAX = 12;
/** While a link begins, so often is something told or asked for, evenly until both its answers have come. */
const IN_BETWEEN = 5;

type Step =
  | { kind: 'publish'; fate: Fate }
  | { kind: 'pass'; ms: number }
  | { kind: 'ways'; ways: Record<Transport, Way>; breaks: boolean }
  | { kind: 'break' }
  | { kind: 'lose polls' }
  | { kind: 'tell'; told: Transport | null }
  | { kind: 'command' };

const transport = fc.constantFrom<Transport>('socket', 'sse', 'poll');
const way = fc.constantFrom<Way>('open', 'blocked', 'swallows');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      fate: fc.constantFrom<Fate>('arrives', 'arrives', 'is lost', 'comes twice'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('pass' as const),
      ms: fc.oneof(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1_000, max: 120_000 })),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('ways' as const),
      ways: fc.record({ socket: way, sse: way, poll: way }),
      breaks: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'break' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'lose polls' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('tell' as const),
      told: fc.option(transport, { nil: null }),
    }),
  },
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'command' }) },
);

/** One client, one gateway and the network between them, for one history. */
class History {
  readonly floor = new TestFloor(['socket', 'sse', 'poll']);
  readonly serving: Serving;
  readonly taken: number[] = [];
  /** What an announced gap has covered: the client reads the state up to there. */
  readonly announced: [number, number][] = [];
  readonly outcomes: string[] = [];
  commands = 0;

  constructor(latencies: number[]) {
    let session = 0;
    this.serving = new Serving(
      this.floor.world,
      KEPT_MAX,
      () => latencies[session++ % latencies.length] ?? 0,
    );
    this.floor.connection.subscribe('inbox', {
      push: push => this.taken.push(push.sequence ?? 0),
      restored: how => {
        const last = this.taken.at(-1) ?? 0;
        if (how.mode === 'gap') this.announced.push([last, how.firstAvailable]);
      },
    });
    this.serving.onConnect = () => this.#meanwhile();
    let served: Transport | null = null;
    this.floor.connection.watch(state => {
      if (state.kind === 'live' && served && state.transport !== served) {
        this.serving.count(`took over from ${served} to ${state.transport}`);
      }
      served = state.kind === 'live' ? state.transport : null;
    });
  }

  async take(what: Step): Promise<void> {
    const { serving, floor } = this;
    if (what.kind === 'publish') serving.publish(what.fate);
    if (what.kind === 'break') serving.breakAll();
    if (what.kind === 'lose polls') serving.losePolls();
    if (what.kind === 'command') this.#command();
    if (what.kind === 'ways') {
      Object.assign(serving.ways, what.ways);
      if (what.breaks) serving.breakAll();
    }
    if (what.kind === 'tell') {
      floor.told = what.told;
      serving.move(what.told);
    }
    await floor.world.pass(what.kind === 'pass' ? what.ms : 0);
  }

  /** The network recovers, and with it everything else. */
  async recover(): Promise<void> {
    const { serving, floor } = this;
    Object.assign(serving.ways, { socket: 'open', sse: 'open', poll: 'open' });
    floor.told = null;
    await floor.world.pass(2 * BACK_MAX_MS);
    serving.publish('arrives');
    await floor.world.pass(60_000);
  }

  get missed(): number[] {
    const isAnnounced = (n: number) => this.announced.some(([last, first]) => n > last && n < first);
    return this.serving.sequences.filter(n => !this.taken.includes(n) && !isAnnounced(n));
  }

  #meanwhile(): void {
    for (let n = 0; n <= IN_BETWEEN; n++) {
      this.floor.world.after((n * 2 * LATENCY_MAX_MS) / IN_BETWEEN, () => {
        this.serving.publish('arrives');
        if (n % 2 === 0) this.#command();
      });
    }
  }

  #command(): void {
    if (this.floor.connection.state.kind !== 'live') return;
    this.commands += 1;
    const body = anOrder(`o-${this.commands}`);
    void this.floor.connection.command({ type: 'order.submit', body }).then(outcome => {
      this.outcomes.push(`${body.clientOrderId} ${outcome.kind}`);
    });
  }
}

describe('going from one transport to another and back', () => {
  const branches = new Map<string, number>();

  it('loses nothing and doubles nothing, whatever breaks and whenever', async () => {
    const latencies = fc.array(fc.integer({ min: 0, max: LATENCY_MAX_MS }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 30, maxLength: 100 }),
        latencies,
        async (steps, delays) => {
          const history = new History(delays);
          for (const each of steps) await history.take(each);
          await history.recover();
          const { taken, serving, floor } = history;
          expect(taken).toEqual([...new Set(taken)].sort((a, b) => a - b));
          expect(history.missed).toEqual([]);
          expect(floor.connection.state).toMatchObject({ kind: 'live', transport: 'socket' });
          const ids = Array.from({ length: history.commands }, (_, n) => `o-${n + 1}`);
          expect(history.outcomes.sort()).toEqual(ids.map(id => `${id} received`).sort());
          expect([...serving.executed].sort()).toEqual(ids.sort());
          for (const [branch, n] of serving.branches) branches.set(branch, (branches.get(branch) ?? 0) + n);
        },
      ),
      { numRuns: HISTORIES },
    );
  });

  afterAll(() => {
    console.log(Object.fromEntries([...branches].sort()));
    for (const branch of [
      'connect socket',
      'connect sse',
      'connect poll',
      'resync',
      'gap',
      'poll lost',
      'push is lost',
      'push comes twice',
      'took over from sse to socket',
      'took over from poll to socket',
    ]) {
      expect(branches.get(branch) ?? 0, branch).toBeGreaterThan(0);
    }
  });
});
