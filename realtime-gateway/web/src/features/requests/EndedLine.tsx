import { stampText } from '../../data/format.ts';
import type { RfqRow } from '../../data/rfq-rows.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import { useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { SIDE_WORDS } from '../orders/status.ts';
import { DeedLine } from './DeedLine.tsx';
import * as css from './requests.css.ts';
import { amountOf, endOf, ownSide } from './words.ts';

/** A request that is over: how it ended, in two short lines. */
export function EndedLine({ row }: { row: RfqRow }) {
  const { view } = row;
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  const [{ zone }] = usePreferences();
  const now = useNow();
  const { word, text } = endOf(view, instruments, counterparties);
  const traded = view.executionId !== undefined;
  return (
    <>
      <div className={`${css.ended} ${traded ? css.endedTraded : ''}`} data-arrived={row.changedAt !== null}>
        <StatusMark tone={traded ? 'up' : 'neutral'} shape={traded ? 'full' : 'dash'} />
        <h3 className={css.endedHead}>
          {word}: {SIDE_WORDS[ownSide(view)].toLowerCase()} {amountOf(view, instruments)}
        </h3>
        <span className={css.endedTime}>{stampText(Date.parse(view.at), now, zone)}</span>
        <p className={css.endedText}>{text}</p>
      </div>
      {row.deed?.fate.kind === 'refused' && <DeedLine row={row} slip={null} />}
    </>
  );
}
