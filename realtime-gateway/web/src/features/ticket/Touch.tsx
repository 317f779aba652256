import type { Instrument, Price, Side } from '@ringside/client';
import { priceText, quantityText } from '../../data/format.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { stale as staleLook } from '../quotes/quotes.css.ts';
import { isStale } from '../quotes/staleness.ts';
import * as css from './ticket.css.ts';

interface TouchProps {
  instrument: Instrument;
  quote: QuoteRow | undefined;
  now: number;
  take(side: Side, price: Price): void;
}

/** The live bid and ask; a press puts that price into the ticket. */
export function Touch({ instrument, quote, now, take }: TouchProps) {
  const old = quote === undefined || isStale(quote, now);
  const { bid, bidSize, ask, askSize } = quote?.quote ?? {};
  const text = (price: Price | undefined) => (price ? priceText(price, instrument.priceTick) : '–');
  return (
    <div className={`${css.touch} ${old ? staleLook : ''}`}>
      <button
        type="button"
        className={css.touchSide.bid}
        disabled={!bid}
        onClick={() => bid && take('SELL', bid)}
        aria-label={`Sell at the bid, ${text(bid)}`}
      >
        <span className={css.touchLabel}>Bid</span>
        <span className={css.touchPrice.bid}>{text(bid)}</span>
        <span className={css.touchSize}>{bidSize ? quantityText(bidSize) : ''}</span>
      </button>
      <button
        type="button"
        className={css.touchSide.ask}
        disabled={!ask}
        onClick={() => ask && take('BUY', ask)}
        aria-label={`Buy at the ask, ${text(ask)}`}
      >
        <span className={css.touchLabel}>Ask</span>
        <span className={css.touchPrice.ask}>{text(ask)}</span>
        <span className={css.touchSize}>{askSize ? quantityText(askSize) : ''}</span>
      </button>
    </div>
  );
}
