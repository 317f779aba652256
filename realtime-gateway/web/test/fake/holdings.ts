import type { Money, OrderState, PositionValuation, Price, Quantity } from '@ringside/client';
import type { FakeMarket } from './market.ts';
import { LISTED } from './seed.ts';
import { add, multiplySigned, roundTo, signOf, subtract } from './sums.ts';

interface Held {
  quantity: Quantity;
  average: Price;
  realised: Money;
  version: number;
}

/** What the accounts hold, valued at the fake market. */
export class FakeHoldings {
  readonly #market: FakeMarket;
  readonly #told: (valuation: PositionValuation) => void;
  readonly #held = new Map<string, Held>();

  constructor(market: FakeMarket, told: (valuation: PositionValuation) => void) {
    this.#market = market;
    this.#told = told;
  }

  valuations(): PositionValuation[] {
    return [...this.#held.keys()].map(key => this.#valuation(key));
  }

  /** Something was traded, here or elsewhere. */
  book(order: Pick<OrderState, 'account' | 'instrument' | 'side'>, quantity: Quantity, price: Price): void {
    const key = `${order.account}/${order.instrument}`;
    const before = this.#held.get(key) ?? {
      quantity: '0' as Quantity,
      average: price,
      realised: '0' as Money,
      version: 0,
    };
    const signed = (order.side === 'BUY' ? quantity : `-${quantity}`) as Quantity;
    const after = add(before.quantity, signed);
    const opens = signOf(before.quantity) === 0 || signOf(before.quantity) === signOf(signed);
    const average = opens
      ? (ratio(
          add(multiplySigned(before.average, before.quantity), multiplySigned(price, signed)),
          after,
        ) as Price)
      : before.average;
    const gain = opens ? ('0' as Money) : multiplySigned(subtract(before.average, price), signed);
    this.#held.set(key, {
      quantity: after,
      average,
      realised: add(before.realised, gain),
      version: before.version + 1,
    });
    this.#told(this.#valuation(key));
  }

  #valuation(key: string): PositionValuation {
    const [account = '', instrument = ''] = key.split('/');
    const held = this.#held.get(key);
    const listed = LISTED.find(candidate => candidate.instrument.id === instrument)?.instrument;
    if (!held || !listed) throw new Error(`no position ${key}`);
    const quote = this.#market.quote(instrument);
    const mark = signOf(held.quantity) >= 0 ? quote?.bid : quote?.ask;
    const flat = signOf(held.quantity) === 0;
    return {
      account,
      instrument,
      currency: listed.currency,
      quantity: held.quantity,
      ...(flat ? {} : { averagePrice: held.average }),
      realised: held.realised,
      ...(mark ? { mark, unrealised: multiplySigned(subtract(mark, held.average), held.quantity) } : {}),
      stale: quote?.stale ?? true,
      version: held.version,
      at: new Date().toISOString(),
    };
  }
}

export function ratio(worth: Money, quantity: Quantity): string {
  const digits = 12;
  const [w, q] = [roundTo(worth, digits * 2), roundTo(quantity, digits)].map(text =>
    BigInt(text.replace('.', '')),
  );
  if (!q) return '0';
  const units = ((w ?? 0n) / q).toString().padStart(digits + 1, '0');
  return `${units.slice(0, -digits)}.${units.slice(-digits)}`;
}
