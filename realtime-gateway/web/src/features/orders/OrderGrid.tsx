import type { OrderState } from '@ringside/client';
import { type SortingState, useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { isOpen, type OrderRow } from '../../data/rows.ts';
import * as table from '../../design/table.css.ts';
import { ROW_PX, ROW_TOUCH_PX } from '../../design/theme.ts';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { useWidth } from '../floor/useMedia.ts';
import { columnsFor, features, type OrderColumn, tableColumns, templateOf } from './columns.tsx';
import { OrderLine } from './OrderLine.tsx';
import * as css from './orders.css.ts';

/** Rows beyond the edge of the view that are kept ready for scrolling. */
const OVERSCAN_ROWS = 8;
const NEWEST_FIRST: SortingState = [{ id: 'time', desc: true }];
const rowId = (row: OrderRow) => row.key;

/** Only the rows in view exist; the keyboard moves an active row, which survives sorting and scrolling. */
export function OrderGrid({ rows, cancel }: { rows: readonly OrderRow[]; cancel(order: OrderState): void }) {
  const [sorting, setSorting] = useState(NEWEST_FIRST);
  const [active, setActive] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const instruments = useFloorState(state => state.instruments);
  const accounts = useFloor().user.accounts.length;
  const [{ zone }] = usePreferences();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  const width = useWidth();
  const rowHeight = width === 'narrow' ? ROW_TOUCH_PX : ROW_PX;
  const model = useTable({
    features,
    columns: tableColumns,
    data: rows,
    getRowId: rowId,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const sorted = model.getRowModel().rows;
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: index => sorted[index]?.id ?? index,
    overscan: OVERSCAN_ROWS,
    scrollPaddingStart: ROW_PX,
  });
  const context = useMemo(
    () => ({ instruments, now: minute, zone, columns: columnsFor(width, accounts) }),
    [instruments, minute, zone, width, accounts],
  );

  function move(event: KeyboardEvent): void {
    const at = sorted.findIndex(row => row.id === active);
    const target = targetOf(event.key, at, sorted.length);
    if (target === null) {
      const row = sorted[at]?.original;
      if ((event.key === 'Delete' || event.key === 'Backspace') && row && isOpen(row.order))
        cancel(row.order);
      return;
    }
    event.preventDefault();
    setActive(sorted[target]?.id ?? null);
    virtual.scrollToIndex(target);
  }

  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      aria-label="Orders"
      aria-rowcount={sorted.length + 1}
      aria-colcount={context.columns.length}
      aria-activedescendant={active ? `order-${active}` : undefined}
      tabIndex={0}
      onKeyDown={move}
    >
      <div className={css.track}>
        <Header columns={context.columns} sorting={sorting} setSorting={setSorting} />
        <div className={css.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {virtual.getVirtualItems().map(item => {
            const row = sorted[item.index];
            if (!row) return null;
            return (
              <OrderLine
                key={row.id}
                row={row.original}
                index={item.index}
                offset={item.start}
                active={row.id === active}
                activate={setActive}
                cancel={cancel}
                context={context}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function targetOf(key: string, at: number, count: number): number | null {
  const page = 10;
  const moves: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: count - 1,
  };
  const target = moves[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}

interface HeaderProps {
  columns: readonly OrderColumn[];
  sorting: SortingState;
  setSorting(sorting: SortingState): void;
}

function Header({ columns, sorting, setSorting }: HeaderProps) {
  const [sort] = sorting;
  return (
    <div
      className={table.header}
      style={{ gridTemplateColumns: templateOf(columns) }}
      role="row"
      aria-rowindex={1}
    >
      {columns.map((column, index) => {
        const sorted = sort?.id === column.id ? (sort.desc ? 'descending' : 'ascending') : 'none';
        return (
          <div key={column.id} role="columnheader" aria-sort={sorted} aria-colindex={index + 1}>
            <button
              type="button"
              className={`${table.sortButton} ${column.right ? table.right : ''}`}
              tabIndex={-1}
              onClick={() => setSorting([nextSort(column, sorted)])}
            >
              {column.header}
              <span className={table.sortMark} aria-hidden="true">
                {sorted === 'ascending' && <ArrowUp />}
                {sorted === 'descending' && <ArrowDown />}
              </span>
            </button>
          </div>
        );
      })}
    </div>
  );
}

/** Figures and times start with the greatest, words with the first; the next press turns it round. */
function nextSort(column: OrderColumn, sorted: 'ascending' | 'descending' | 'none') {
  const desc = sorted === 'none' ? column.right || column.id === 'time' : sorted === 'ascending';
  return { id: column.id, desc };
}
