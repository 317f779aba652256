import { quantityText } from '../../data/format.ts';
import type { RfqAnswer, RfqRow } from '../../data/rfq-rows.ts';
import type { QuoteRow } from '../../data/rows.ts';
import { type Shape, StatusMark, type Tone } from '../../design/StatusMark.tsx';
import * as table from '../../design/table.css.ts';
import { useFloorState, useNow } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { PersonMark } from '../presence/index.ts';
import { isStale } from '../quotes/staleness.ts';
import * as css from './ladder.css.ts';
import { againstMarket, type Rung } from './ladder.state.ts';
import { dealerName, personName, priceOf } from './words.ts';

interface RungLineProps {
  rung: Rung;
  /** The rung at the top is the one that is pressed most: it alone is filled. */
  first: boolean;
  row: RfqRow;
  quote: QuoteRow | undefined;
  frozen: boolean;
  accept(answer: RfqAnswer): void;
}

/** One counterparty's answer: its price and the button that trades on it, or where it stands. */
export function RungLine({ rung, first, row, quote, frozen, accept }: RungLineProps) {
  const { answer, best } = rung;
  const { view } = row;
  const counterparties = useFloorState(state => state.counterparties);
  const instruments = useFloorState(state => state.instruments);
  const tick = instruments.get(view.instrument)?.priceTick;
  const now = useNow();
  const priced = answer.status === 'ACTIVE' && answer.price !== undefined;
  const fresh = quote && !isStale(quote, now) ? quote.quote : undefined;
  const against =
    priced && answer.price && tick && fresh ? againstMarket(answer.price, view.side, fresh, tick) : null;
  return (
    <li className={css.rung} data-testid="answer" data-user={answer.user} data-status={answer.status}>
      <div className={css.dealer}>
        <span className={css.dealerFirm}>
          <span className={css.cut}>{dealerName(answer, counterparties)}</span>
          {best && <span className={css.best}>Best</span>}
        </span>
        <span className={`${css.under} ${css.cut}`}>
          <PersonMark user={answer.user} /> {personName(answer.user, counterparties)}
          {against && (
            <span className={table.tone[against.tone]} title={`Beside the ${against.name} of the market`}>
              {' '}
              · {against.text}
            </span>
          )}
        </span>
      </div>
      {priced && answer.price ? (
        <>
          <span className={css.price} title={`Version ${answer.version}`}>
            {priceOf(answer.price, view, instruments)}
          </span>
          <button
            type="button"
            className={css.press[first ? (view.side === 'BUY' ? 'buy' : 'sell') : 'outlined']}
            aria-disabled={frozen}
            onClick={() => accept(answer)}
          >
            {SIDE_WORDS[view.side]} {quantityText(view.quantity)} at{' '}
            {priceOf(answer.price, view, instruments)}
          </button>
        </>
      ) : (
        <Standing status={answer.status} />
      )}
    </li>
  );
}

const STANDINGS: Record<RfqAnswer['status'], { word: string; tone: Tone; shape: Shape }> = {
  REQUESTED: { word: 'Waiting for a price', tone: 'accent', shape: 'ring' },
  ACTIVE: { word: 'Price given', tone: 'accent', shape: 'full' },
  PASSED: { word: 'Passed', tone: 'neutral', shape: 'dash' },
  TRADED: { word: 'Traded', tone: 'up', shape: 'full' },
  DONE_AWAY: { word: 'Done away', tone: 'neutral', shape: 'dash' },
  CANCELLED: { word: 'Cancelled', tone: 'neutral', shape: 'dash' },
  EXPIRED: { word: 'Expired', tone: 'neutral', shape: 'dash' },
};

function Standing({ status }: { status: RfqAnswer['status'] }) {
  const { word, tone, shape } = STANDINGS[status] ?? { word: status, tone: 'neutral', shape: 'ring' };
  return (
    <span className={css.waiting}>
      <StatusMark tone={tone} shape={shape} />
      {word}
    </span>
  );
}
