import { useRef, useState } from 'react';
import { isPending } from '../../data/deed.ts';
import type { RfqAnswer, RfqRow } from '../../data/rfq-rows.ts';
import * as controls from '../../design/controls.css.ts';
import { useFloor, useFloorState, useNow, useRow } from '../floor/context.ts';
import { blockOf } from './answer.state.ts';
import { useCountdown } from './Countdown.tsx';
import { DeedLine } from './DeedLine.tsx';
import { Head } from './Head.tsx';
import { ladder } from './ladder.state.ts';
import { RungLine } from './RungLine.tsx';
import * as css from './requests.css.ts';
import { useHeld } from './useHeld.ts';

const SETTLING = 'The price changed as you pressed. Nothing was sent: look, then press again.';

/** A request of this user's own: every answer, the best on top, each with the one button that trades on it. */
export function SentCard({ row }: { row: RfqRow }) {
  const floor = useFloor();
  const { view } = row;
  const connection = useFloorState(state => state.connection);
  const quote = useRow(floor.books.quotes, view.instrument);
  const now = floor.clock.at(useNow());
  const left = useCountdown(view);
  const [slip, setSlip] = useState<string | null>(null);
  const { frame, held, onFocus, onBlur } = useHeld<HTMLUListElement>();
  const places = useRef<string[]>([]);
  const rungs = ladder(view, held ? places.current : null);
  places.current = rungs.map(rung => rung.answer.user);
  const pending = isPending(row.deed);
  const blocked = blockOf(view, { connection, now });
  const frozen = blocked !== null || pending;
  const prices = view.quotes.filter(answer => answer.status === 'ACTIVE').length;

  function accept(answer: RfqAnswer): void {
    if (frozen) return;
    setSlip(floor.rfqs.accept(row.key, answer) === 'settling' ? SETTLING : null);
  }

  return (
    <>
      <Head
        view={view}
        left={left}
        tools={
          <button
            type="button"
            className={`${controls.button.quiet} ${css.slim}`}
            aria-disabled={frozen}
            onClick={() => !frozen && floor.rfqs.cancel(row.key)}
          >
            Cancel request
          </button>
        }
      >
        {view.quotes.length} asked,{' '}
        {prices === 0 ? 'no price yet' : prices === 1 ? '1 price' : `${prices} prices`}
        {floor.user.accounts.length > 1 && ` · ${view.account}`}
      </Head>
      <ul ref={frame} onFocus={onFocus} onBlur={onBlur} aria-label="Answers, best first">
        {rungs.map(rung => (
          <RungLine
            key={rung.answer.user}
            rung={rung}
            first={rung.answer.user === rungs[0]?.answer.user}
            row={row}
            quote={quote}
            frozen={frozen}
            accept={accept}
          />
        ))}
      </ul>
      <DeedLine row={row} slip={slip} />
      {blocked !== null && <p className={css.foot}>{blocked}</p>}
    </>
  );
}
