import { CircleAlert } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { isLive, type RfqRow } from '../../data/rfq-rows.ts';
import * as controls from '../../design/controls.css.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { useFloor, useFloorState, useRows } from '../floor/context.ts';
import { arranged, arrangedStill } from './arrangement.state.ts';
import { EndedLine } from './EndedLine.tsx';
import { headingOf } from './Head.tsx';
import { ReceivedCard } from './ReceivedCard.tsx';
import * as css from './requests.css.ts';
import type { RequestsStore } from './requests.store.ts';
import { SentCard } from './SentCard.tsx';
import { useHeld } from './useHeld.ts';

interface RequestsProps {
  store: RequestsStore;
  /** Opens the ticket for a new request. */
  ask(): void;
  /** In place of the title, where this shares its place with another panel. */
  head?: ReactNode;
}

/** Every request for quotes that is open, sent or received, and the last that ended. */
export function Requests({ store, ask, head }: RequestsProps) {
  const floor = useFloor();
  const rows = useRows(floor.books.rfqs);
  const reading = useFloorState(state => state.requests);
  const { frame, held, onFocus, onBlur } = useHeld<HTMLUListElement>();
  const places = useRef<string[]>([]);
  const shown = held ? arrangedStill(places.current, rows) : arranged(rows);
  places.current = shown.map(row => row.key);
  const open = rows.filter(row => isLive(row.view)).length;
  return (
    <Panel
      title="Requests"
      head={head}
      count={open > 0 ? `${open} open` : undefined}
      tools={
        shown.length > 0 && (
          <button type="button" className={`${controls.button.quiet} ${css.slim}`} onClick={ask}>
            Ask for a price
          </button>
        )
      }
    >
      <div className={panel.body}>
        {reading.kind === 'failed' && <Trouble reason={reading.reason} />}
        {reading.kind === 'loading' && rows.length === 0 && (
          <Skeleton rows={4} label="Requests are loading" />
        )}
        {reading.kind === 'ready' && rows.length === 0 && (
          <Empty title="No open requests.">
            <p>Ask the floor for a price, and see every answer here.</p>
            <button type="button" className={controls.button.outlined} onClick={ask}>
              Ask for a price <kbd className={`${css.key} ${css.byKey}`}>R</kbd>
            </button>
          </Empty>
        )}
        <ul ref={frame} className={css.list} onFocus={onFocus} onBlur={onBlur} hidden={shown.length === 0}>
          {shown.map(row => (
            <Item key={row.key} row={row} store={store} />
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function Item({ row, store }: { row: RfqRow; store: RequestsStore }) {
  const live = isLive(row.view);
  const item = useRef<HTMLLIElement>(null);
  const wasLive = useRef(live);
  const hadFocus = wasLive.current && !live && item.current?.contains(document.activeElement) === true;
  // Whoever was in a card that ends goes on from what is left of it.
  useLayoutEffect(() => {
    wasLive.current = live;
    if (hadFocus) item.current?.focus();
  }, [live, hadFocus]);
  return (
    <li
      ref={item}
      className={css.item}
      tabIndex={-1}
      data-testid="request"
      data-rfq-id={row.key}
      data-status={row.view.status}
      data-role={row.view.role}
    >
      {live ? (
        <article
          className={css.card}
          aria-labelledby={headingOf(row.view)}
          data-arrived={row.changedAt !== null && row.view.version === 1}
        >
          {row.view.role === 'REQUESTER' ? <SentCard row={row} /> : <ReceivedCard row={row} store={store} />}
        </article>
      ) : (
        <EndedLine row={row} />
      )}
    </li>
  );
}

function Trouble({ reason }: { reason: string }) {
  const floor = useFloor();
  return (
    <div className={css.trouble} role="status">
      <CircleAlert aria-hidden />
      <span>Requests could not be read: {reason} What comes in live is shown; it is tried again.</span>
      <button
        type="button"
        className={`${controls.button.outlined} ${css.slim}`}
        onClick={() => void floor.requests.load()}
      >
        Read again
      </button>
    </div>
  );
}
