import type { Price, Quantity, Quote } from '@ringside/client';
import { roundTo, scaleOf, stepBy } from '../../src/data/decimal.ts';
import { LISTED, type Listed } from './seed.ts';

/** A random walk of the top of each book. */
export class FakeMarket {
  readonly #random: () => number;
  readonly #quotes = new Map<string, Quote>();
  readonly frozen = new Set<string>();
  #sequence = 0;

  constructor(random: () => number) {
    this.#random = random;
    for (const listed of LISTED) this.#open(listed);
  }

  quote(instrument: string): Quote | undefined {
    return this.#quotes.get(instrument);
  }

  all(): Quote[] {
    return [...this.#quotes.values()];
  }

  /** Moves some books; the answer is what changed. */
  tick(): Quote[] {
    const moved: Quote[] = [];
    for (const { instrument } of LISTED) {
      if (this.frozen.has(instrument.id) || this.#random() > 0.35) continue;
      const before = this.#quotes.get(instrument.id);
      if (!before?.bid || !before.ask) continue;
      const steps = Math.round((this.#random() - 0.5) * 4);
      moved.push(this.#publish(listedOf(instrument.id), stepBy(before.bid, instrument.priceTick, steps)));
    }
    return moved;
  }

  stale(instrument: string, stale: boolean): Quote | undefined {
    const quote = this.#quotes.get(instrument);
    if (!quote) return undefined;
    if (stale) this.frozen.add(instrument);
    else this.frozen.delete(instrument);
    const changed = { ...quote, stale, sequence: this.#next() };
    this.#quotes.set(instrument, changed);
    return changed;
  }

  #open(listed: Listed): void {
    const tick = listed.instrument.priceTick;
    const start = stepBy(tick, tick, Number(listed.startTicks) - 1);
    this.#publish(listed, start);
  }

  #publish({ instrument }: Listed, bid: Price): Quote {
    const at = new Date().toISOString();
    const whole = instrument.quantityStep === '1';
    const size = () => {
      const lots = this.#random() * 80 + 1;
      return roundTo(lots.toFixed(whole ? 0 : 3) as Quantity, whole ? 0 : 3);
    };
    const quote: Quote = {
      instrument: instrument.id,
      bid: roundTo(bid, scaleOf(instrument.priceTick)),
      bidSize: size(),
      ask: stepBy(bid, instrument.priceTick, 1 + Math.floor(this.#random() * 3)),
      askSize: size(),
      sequence: this.#next(),
      stale: false,
      sourceAt: at,
      at,
      source: 'fake',
    };
    this.#quotes.set(instrument.id, quote);
    return quote;
  }

  #next(): number {
    this.#sequence += 1;
    return this.#sequence;
  }
}

function listedOf(id: string): Listed {
  const listed = LISTED.find(candidate => candidate.instrument.id === id);
  if (!listed) throw new Error(`no instrument ${id}`);
  return listed;
}
