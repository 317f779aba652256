import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { ROW_PX, ROW_TOUCH_PX } from '../../design/theme.ts';
import { useTouch } from '../floor/useMedia.ts';
import * as css from './blotter.css.ts';
import { EndLine, type EndLineProps } from './EndLine.tsx';
import { type ColumnShape, leastWidthPx } from './fitting.ts';
import { GridHeader } from './GridHeader.tsx';
import type { Sorting } from './sorting.ts';
import type { Keyed } from './still-rows.state.ts';
import type { Columns } from './useColumns.ts';
import type { Still } from './useStillRows.ts';

/** Rows beyond the edge of the view that are kept ready for scrolling. */
const OVERSCAN_ROWS = 8;
const PAGE_ROWS = 10;

/** Where a row stands, and whether it is the one that the keyboard is at. */
export interface Standing {
  id: string;
  index: number;
  /** Distance from the top of the rows. */
  offset: number;
  active: boolean;
  activate(key: string): void;
}

/** The last line, which says what lies beyond the rows. */
export type End = Pick<EndLineProps, 'older' | 'things' | 'further' | 'read'>;

interface RowGridProps<Row extends Keyed> {
  name: string;
  columns: Columns<ColumnShape>;
  still: Still<Row>;
  sorting: Sorting;
  sort(sorting: Sorting): void;
  /** Null where all there is stands in the rows. */
  end: End | null;
  /** Whether more is read by itself when the end comes into view. */
  readsOn: boolean;
  /** A key that does not move. */
  pressed?(key: string, row: string): void;
  /** To be handed on one by one: a line that is made again for every change of another costs the most. */
  line(row: Row, standing: Standing): ReactNode;
}

/** Only the rows in view exist; the keyboard moves an active row, which survives sorting and scrolling. */
export function RowGrid<Row extends Keyed>(props: RowGridProps<Row>) {
  const { name, columns, still, sorting, sort, end, readsOn, pressed, line } = props;
  const { rows, scroller, hold } = still;
  const [active, setActive] = useState<string | null>(null);
  const rowHeight = useTouch() ? ROW_TOUCH_PX : ROW_PX;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => rows[index]?.key ?? index,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: ROW_PX,
  });
  useEffect(() => {
    if (rowHeight) virtual.measure();
  }, [rowHeight, virtual]);
  const items = virtual.getVirtualItems();
  const atEnd = items.at(-1)?.index === rows.length - 1;
  const wanted = readsOn && atEnd && end?.older.kind === 'more';
  const read = end?.read;
  useEffect(() => {
    if (wanted) read?.();
  }, [wanted, read]);

  useEffect(
    () => () => {
      hold('scroll', false);
      hold('keyboard', false);
    },
    [hold],
  );

  function press(event: KeyboardEvent): void {
    hold('keyboard', true);
    const at = rows.findIndex(row => row.key === active);
    const target = targetOf(event.key, at, rows.length);
    if (target === null) {
      // Enter on a button within a row is the button's.
      const own = event.key !== 'Enter' || event.target === event.currentTarget;
      // What it opens takes the focus, and would be sent by the same key.
      if (event.key === 'Enter' && own) event.preventDefault();
      if (active !== null && own) pressed?.(event.key, active);
      return;
    }
    event.preventDefault();
    if (event.key === 'Home') still.show();
    setActive((event.key === 'Home' ? still.first : rows[target])?.key ?? null);
    virtual.scrollToIndex(target);
  }

  function leave(event: FocusEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) hold('keyboard', false);
  }

  const idOf = (key: string) => `${name.replaceAll(' ', '-')}-${key}`;
  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      aria-label={name}
      aria-rowcount={end === null || end.older.kind === 'none' ? rows.length + 1 : -1}
      aria-colcount={columns.shown.length}
      aria-activedescendant={active ? idOf(active) : undefined}
      tabIndex={0}
      onKeyDown={press}
      onBlur={leave}
      onPointerDown={() => hold('keyboard', false)}
      onScroll={event => hold('scroll', event.currentTarget.scrollTop >= rowHeight)}
    >
      <div className={css.track} style={{ minWidth: leastWidthPx(columns.shown) }}>
        <GridHeader columns={columns} sorting={sorting} sort={sort} />
        <div className={css.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const { key } = row;
            return line(row, {
              id: idOf(key),
              index,
              offset: start,
              active: key === active,
              activate: setActive,
            });
          })}
        </div>
        {end && (
          <EndLine {...end} count={rows.length} rowIndex={rows.length + 2} columns={columns.shown.length} />
        )}
      </div>
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  };
  const target = moves[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}
