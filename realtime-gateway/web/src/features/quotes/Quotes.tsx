import type { Instrument, Price, Side } from '@ringside/client';
import { Clock3 } from 'lucide-react';
import { memo, useMemo } from 'react';
import { spreadInBasisPoints } from '../../data/decimal.ts';
import { ageText, priceInput, sizeText } from '../../data/format.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { stale } from '../../design/stale.css.ts';
import * as table from '../../design/table.css.ts';
import { useFloor, useFloorState, useNow, useRow, useSettledRows } from '../floor/context.ts';
import { pricedFirst } from './catalogue.ts';
import { PriceCell } from './PriceCell.tsx';
import * as css from './quotes.css.ts';
import { isStale, quoteAgeMs } from './staleness.ts';

interface QuotesProps {
  selected: string | null;
  select(instrument: string): void;
  /** Puts this price into the ticket. */
  take(instrument: string, side: Side, price: Price): void;
}

export function Quotes({ selected, select, take }: QuotesProps) {
  const instruments = useFloorState(state => state.instruments);
  const snapshot = useFloorState(state => state.snapshot);
  const priced = useSettledRows(useFloor().books.quotes);
  const sorted = useMemo(() => pricedFirst(instruments, priced), [instruments, priced]);
  return (
    <Panel title="Prices" count={sorted.length || undefined}>
      <div className={panel.body}>
        {sorted.length === 0 && snapshot.kind === 'loading' && (
          <Skeleton rows={8} label="Prices are loading" />
        )}
        {sorted.length === 0 && snapshot.kind !== 'loading' && (
          <Empty title="No instruments are listed for you.">
            <p>Ask your administrator to open instruments for your accounts.</p>
          </Empty>
        )}
        {sorted.length > 0 && (
          <div className={css.list}>
            <div className={css.lines}>
              <Header />
              {sorted.map(instrument => (
                <QuoteLine
                  key={instrument.id}
                  instrument={instrument}
                  selected={instrument.id === selected}
                  select={select}
                  take={take}
                />
              ))}
            </div>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Header() {
  return (
    <div className={`${table.header} ${css.columns}`} aria-hidden="true">
      <span>Instrument</span>
      <span className={`${table.right} ${css.spare}`}>Bid size</span>
      <span className={`${table.right} ${css.priceHead}`}>Bid</span>
      <span className={`${table.right} ${css.priceHead}`}>Ask</span>
      <span className={`${table.right} ${css.spare}`}>Ask size</span>
      <span className={table.right} title="Spread in hundredths of a per cent">
        <span className={css.spare}>Spread </span>bp
      </span>
    </div>
  );
}

interface QuoteLineProps extends Omit<QuotesProps, 'selected'> {
  instrument: Instrument;
  selected: boolean;
}

const QuoteLine = memo(function QuoteLine({ instrument, selected, select, take }: QuoteLineProps) {
  const floor = useFloor();
  const row = useRow(floor.books.quotes, instrument.id);
  const now = useNow();
  const old = row === undefined || isStale(row, now);
  const quote = row?.quote;
  const price = { tick: instrument.priceTick, now: floor.now(), quiet: old };
  return (
    <div
      className={`${table.row} ${css.columns} ${old ? stale : ''}`}
      data-selected={selected}
      data-testid="quote"
      data-instrument={instrument.id}
      data-stale={old}
    >
      <button
        type="button"
        className={css.instrument}
        onClick={() => select(instrument.id)}
        aria-pressed={selected}
      >
        <span className={css.symbol}>{instrument.symbol}</span>
        <span className={css.name}>{instrument.name}</span>
      </button>
      <span className={`${table.cell} ${table.right} ${table.muted} ${css.spare}`} title={quote?.bidSize}>
        {quote?.bidSize ? sizeText(quote.bidSize) : '–'}
      </span>
      <PriceCell
        price={quote?.bid}
        {...price}
        action="Sell at"
        onPress={() => quote?.bid && take(instrument.id, 'SELL', priceInput(quote.bid, instrument.priceTick))}
      />
      <PriceCell
        price={quote?.ask}
        {...price}
        action="Buy at"
        onPress={() => quote?.ask && take(instrument.id, 'BUY', priceInput(quote.ask, instrument.priceTick))}
      />
      <span className={`${table.cell} ${table.right} ${table.muted} ${css.spare}`} title={quote?.askSize}>
        {quote?.askSize ? sizeText(quote.askSize) : '–'}
      </span>
      <span className={`${table.right} ${table.muted}`}>
        {row === undefined && '–'}
        {row !== undefined && old && (
          <span className={css.age} title="This price is stale: it must not be traded on.">
            <Clock3 aria-label="stale" /> <span className={css.spare}>{ageText(quoteAgeMs(row, now))}</span>
          </span>
        )}
        {row !== undefined && !old && spreadOf(row)}
      </span>
    </div>
  );
});

function spreadOf({ quote }: QuoteRow): string {
  return quote.bid && quote.ask ? spreadInBasisPoints(quote.bid, quote.ask) : '–';
}
