import { type ReactNode, useMemo, useState } from 'react';
import { type ActivityFilter, NO_FILTER } from '../../data/activity-wish.ts';
import { clockText } from '../../data/format.ts';
import * as controls from '../../design/controls.css.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { stale } from '../../design/stale.css.ts';
import { SCROLLBAR_PX } from '../../design/theme.ts';
import { ColumnMenu, RowGrid, useColumns, useSorting, useStillRows, WaitingRows } from '../blotter/index.ts';
import { useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { useElementWidth } from '../floor/useElementWidth.ts';
import { useTouch } from '../floor/useMedia.ts';
import { ActivityLine } from './ActivityLine.tsx';
import * as css from './activity.css.ts';
import { type ActivityColumn, COLUMNS, LEAST_SHOWN, PRIORITY } from './columns.tsx';
import { FilterMenu, isInUse } from './FilterMenu.tsx';
import { type Shown, useActivity } from './useActivity.ts';
import type { View } from './views.ts';

interface ActivityProps {
  view: View;
  /** In place of the title, where this shares its place with other tables. */
  head?: ReactNode;
}

/** What happened, as one table: sorted and filtered by the gateway, kept up live. */
export function Activity({ view, head }: ActivityProps) {
  const [sorting, sort] = useSorting(view.name, COLUMNS);
  const [filter, setFilter] = useState<ActivityFilter>(NO_FILTER);
  const shown = useActivity(view, sorting, filter);
  const newestFirst = sorting.id === 'time' && sorting.desc;
  const still = useStillRows(shown.rows, {
    view: `${sorting.id} ${sorting.desc} ${JSON.stringify(filter)} ${shown.former}`,
    complete: shown.snapshot.kind === 'ready',
    newestFirst,
  });
  const columns = useColumns(view.name, COLUMNS, {
    widthPx: Math.max(0, useElementWidth(still.frame) - SCROLLBAR_PX),
    priority: PRIORITY,
    leastShown: LEAST_SHOWN,
  });
  const context = useCellContext(columns.shown);
  const live = useFloorState(state => state.connection.kind === 'live');
  const current = live && shown.snapshot.kind !== 'failed';
  const read = () => void shown.feed.older();
  return (
    <Panel
      title={view.title}
      head={head}
      count={<Count shown={shown} live={live} />}
      tools={
        <>
          <WaitingRows still={still} one={view.thing} more={view.things} />
          {still.rows.length > 0 && <ColumnMenu columns={columns} />}
          <FilterMenu filter={filter} change={setFilter} />
        </>
      }
      frame={still.frame}
    >
      <div
        className={`${panel.body} ${current ? '' : stale}`}
        aria-busy={shown.former}
        data-testid="activity-body"
      >
        {still.rows.length > 0 ? (
          <RowGrid
            name={view.title}
            columns={columns}
            still={still}
            sorting={sorting}
            sort={sort}
            end={{ older: shown.older, things: view.things, further: newestFirst ? 'older' : 'more', read }}
            readsOn={!shown.former}
            // A row that keeps its place tells what becomes of it all the same.
            line={(row, standing) => (
              <ActivityLine
                key={row.key}
                row={shown.feed.latest(row.key) ?? row}
                {...standing}
                context={context}
              />
            )}
          />
        ) : (
          <Without shown={shown} view={view} filtered={isInUse(filter)} clear={() => setFilter(NO_FILTER)} />
        )}
      </div>
    </Panel>
  );
}

function Count({ shown, live }: { shown: Shown; live: boolean }) {
  const [{ zone }] = usePreferences();
  const { rows, older, snapshot, readAt } = shown;
  if (rows.length === 0) return null;
  if (readAt !== null && !live) return `as of ${clockText(readAt, zone)}`;
  if (readAt !== null && snapshot.kind === 'failed') {
    return (
      <span className={css.fault} title={snapshot.reason}>
        incomplete since {clockText(readAt, zone)}
      </span>
    );
  }
  return older.kind === 'none' ? `${rows.length}` : `${rows.length}+`;
}

interface WithoutProps {
  shown: Shown;
  view: View;
  filtered: boolean;
  clear(): void;
}

/** No row: on their way, out of reach, or none. */
function Without({ shown, view, filtered, clear }: WithoutProps) {
  const { snapshot, feed } = shown;
  if (snapshot.kind === 'loading') return <Skeleton rows={6} label={`${view.title}: loading`} />;
  if (snapshot.kind === 'failed') {
    return (
      <Empty title={`The ${view.things} could not be read.`}>
        <p className={css.reason}>{snapshot.reason} Prices, orders and the ticket are not affected.</p>
        <button type="button" className={controls.button.outlined} onClick={() => void feed.read()}>
          Try again
        </button>
      </Empty>
    );
  }
  if (!filtered) return <Empty title={view.nothing} />;
  return (
    <Empty title={`No ${view.thing} fits the filter.`}>
      <button type="button" className={controls.button.outlined} onClick={clear}>
        Show everything
      </button>
    </Empty>
  );
}

function useCellContext(columns: readonly ActivityColumn[]) {
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  const [{ zone }] = usePreferences();
  const tall = useTouch();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(
    () => ({ instruments, counterparties, now: minute, zone, columns, tall }),
    [instruments, counterparties, minute, zone, columns, tall],
  );
}
