import type { Instrument, Price } from '@ringside/client';
import { priceInput, priceText } from '../../data/format.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { stale as staleLook } from '../../design/stale.css.ts';
import { isStale } from '../quotes/staleness.ts';
import * as css from './answer.css.ts';

interface MarketFillsProps {
  instrument: Instrument;
  quote: QuoteRow | undefined;
  now: number;
  take(price: string): void;
}

/** The live bid and ask; a press puts that price into the field. */
export function MarketFills({ instrument, quote, now, take }: MarketFillsProps) {
  const old = quote === undefined || isStale(quote, now);
  const sides: [string, Price | undefined][] = [
    ['Bid', quote?.quote.bid],
    ['Ask', quote?.quote.ask],
  ];
  return (
    <div
      className={`${css.fills} ${old ? staleLook : ''}`}
      title={old ? 'The market price is stale.' : undefined}
    >
      {sides.map(([name, price]) => (
        <div key={name} className={css.fillPlace}>
          <span className={css.fillName} aria-hidden="true">
            {name}
          </span>
          <button
            type="button"
            className={css.fill}
            disabled={!price}
            tabIndex={-1}
            aria-label={
              price ? `${name} ${priceText(price, instrument.priceTick)} into your price` : `No ${name}`
            }
            onClick={() => price && take(priceInput(price, instrument.priceTick))}
          >
            {price ? priceText(price, instrument.priceTick) : '–'}
          </button>
        </div>
      ))}
    </div>
  );
}
