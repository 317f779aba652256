import type { Instrument, Price, Quantity, Side } from '@ringside/client';
import { priceInput, priceText, sizeText } from '../../data/format.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { stale as staleLook } from '../../design/stale.css.ts';
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
  const size = (quantity: Quantity | undefined) => (quantity ? sizeText(quantity) : '');
  const text = (price: Price | undefined) => (price ? priceText(price, instrument.priceTick) : '–');
  return (
    <div className={`${css.touch} ${old ? staleLook : ''}`}>
      <button
        type="button"
        className={css.touchSide.bid}
        disabled={!bid}
        onClick={() => bid && take('SELL', priceInput(bid, instrument.priceTick))}
      >
        <span className={css.touchLabel}>Bid</span>
        <span className={css.touchPrice.bid}>{text(bid)}</span>
        <span className={css.touchSize}>{size(bidSize)}</span>
        <span className={css.touchMeaning}>sell at the bid</span>
      </button>
      <button
        type="button"
        className={css.touchSide.ask}
        disabled={!ask}
        onClick={() => ask && take('BUY', priceInput(ask, instrument.priceTick))}
      >
        <span className={css.touchLabel}>Ask</span>
        <span className={css.touchPrice.ask} data-testid="ask">
          {text(ask)}
        </span>
        <span className={css.touchSize}>{size(askSize)}</span>
        <span className={css.touchMeaning}>buy at the ask</span>
      </button>
    </div>
  );
}
