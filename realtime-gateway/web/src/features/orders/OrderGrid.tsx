import type { OrderState } from '@ringside/client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import { isOpen } from '../../data/rows.ts';
import { ROW_PX, ROW_TOUCH_PX } from '../../design/theme.ts';
import { type Columns, GridHeader, leastWidthPx } from '../blotter/index.ts';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { useTouch } from '../floor/useMedia.ts';
import type { OrderColumn } from './columns.tsx';
import { EndLine } from './EndLine.tsx';
import { OrderLine } from './OrderLine.tsx';
import * as css from './orders.css.ts';
import type { Blotter } from './useBlotter.ts';

/** Rows beyond the edge of the view that are kept ready for scrolling. */
const OVERSCAN_ROWS = 8;
const PAGE_ROWS = 10;

interface OrderGridProps {
  columns: Columns<OrderColumn>;
  blotter: Blotter;
  /** Whether there may be older ones: of open orders all are known. */
  endless: boolean;
  cancel(order: OrderState): void;
}

/** Only the rows in view exist; the keyboard moves an active row, which survives sorting and scrolling. */
export function OrderGrid({ columns, blotter, endless, cancel }: OrderGridProps) {
  const { rows, scroller, hold } = blotter;
  const floor = useFloor();
  const [active, setActive] = useState<string | null>(null);
  const older = useFloorState(state => state.older);
  const touch = useTouch();
  const rowHeight = touch ? ROW_TOUCH_PX : ROW_PX;
  const context = useCellContext(columns.shown, touch);
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
  const wanted = endless && blotter.newestFirst && atEnd && older.kind === 'more';
  useEffect(() => {
    if (wanted) void floor.history.older();
  }, [wanted, floor]);

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
      const order = active === null ? undefined : floor.books.orders.get(active)?.order;
      if ((event.key === 'Delete' || event.key === 'Backspace') && order && isOpen(order)) cancel(order);
      return;
    }
    event.preventDefault();
    if (event.key === 'Home') blotter.show();
    setActive((event.key === 'Home' ? blotter.first : rows[target])?.key ?? null);
    virtual.scrollToIndex(target);
  }

  function leave(event: FocusEvent<HTMLElement>): void {
    if (!event.currentTarget.contains(event.relatedTarget)) hold('keyboard', false);
  }

  return (
    <div
      ref={scroller}
      className={css.grid}
      role="grid"
      aria-label="Orders"
      aria-rowcount={!endless || older.kind === 'none' ? rows.length + 1 : -1}
      aria-colcount={context.columns.length}
      aria-activedescendant={active ? `order-${active}` : undefined}
      tabIndex={0}
      onKeyDown={press}
      onBlur={leave}
      onPointerDown={() => hold('keyboard', false)}
      onScroll={event => hold('scroll', event.currentTarget.scrollTop >= rowHeight)}
    >
      <div className={css.track} style={{ minWidth: leastWidthPx(columns.shown) }}>
        <GridHeader columns={columns} sorting={blotter.sorting} sort={blotter.sort} />
        <div className={css.rows} style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {items.map(item => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <OrderLine
                key={row.key}
                row={row}
                index={item.index}
                offset={item.start}
                active={row.key === active}
                activate={setActive}
                cancel={cancel}
                context={context}
              />
            );
          })}
        </div>
        {endless && (
          <EndLine
            older={older}
            count={rows.length}
            rowIndex={rows.length + 2}
            columns={context.columns.length}
            read={() => void floor.history.older().then(blotter.newestFirst ? undefined : blotter.show)}
          />
        )}
      </div>
    </div>
  );
}

function useCellContext(columns: readonly OrderColumn[], tall: boolean) {
  const instruments = useFloorState(state => state.instruments);
  const [{ zone }] = usePreferences();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(
    () => ({ instruments, now: minute, zone, columns, tall }),
    [instruments, minute, zone, columns, tall],
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
