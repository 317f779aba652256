import type { Money } from '@ringside/client';
import { add, roundTo, signOf } from '../../data/decimal.ts';
import { currencyScale } from '../../data/format.ts';
import type { PositionRow } from '../../data/rows.ts';

const NOTHING = '0' as Money;

export interface Total {
  currency: string;
  realised: Money;
  /** Absent as long as one of the positions has no price. */
  unrealised: Money | undefined;
}

/** Money of different currencies is never added up. */
export function totals(rows: readonly PositionRow[]): Total[] {
  const byCurrency = new Map<string, Total>();
  for (const { valuation } of rows) {
    const { currency, realised, unrealised, quantity } = valuation;
    const sum = byCurrency.get(currency) ?? { currency, realised: NOTHING, unrealised: NOTHING };
    const open = signOf(quantity) === 0 ? NOTHING : (unrealised ?? undefined);
    byCurrency.set(currency, {
      currency,
      realised: add(sum.realised, realised),
      unrealised: sum.unrealised === undefined || open === undefined ? undefined : add(sum.unrealised, open),
    });
  }
  return [...byCurrency.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}

/** The tone follows what is shown: a gain that rounds to nothing is none. */
export function toneOf(money: Money | undefined, currency: string): 'up' | 'down' | 'flat' {
  const sign = !money ? 0 : signOf(roundTo(money, currencyScale(currency)));
  return sign > 0 ? 'up' : sign < 0 ? 'down' : 'flat';
}
