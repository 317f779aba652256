import type { OrderState } from '@ringside/client';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { isOpen } from '../../data/rows.ts';
import type { Older } from '../../data/state.ts';
import * as controls from '../../design/controls.css.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { Segmented } from '../../design/Segmented.tsx';
import { SCROLLBAR_PX } from '../../design/theme.ts';
import { ColumnMenu, useColumns, WaitingRows } from '../blotter/index.ts';
import { useFloor, useFloorState, useSettledRows } from '../floor/context.ts';
import { useElementWidth } from '../floor/useElementWidth.ts';
import { CancelAll } from '../masscancel/index.ts';
import { COLUMNS, LEAST_SHOWN, PRIORITY, PRIORITY_OF_ONE_ACCOUNT } from './columns.tsx';
import { OrderGrid } from './OrderGrid.tsx';
import { useBlotter } from './useBlotter.ts';

type Filter = 'open' | 'all';

const FILTERS = [
  ['all', 'All'],
  ['open', 'Open'],
] as const;

interface OrdersProps {
  /** Opens the ticket where it is a screen of its own. */
  trade?: () => void;
  /** In place of the title, where this shares its place with another panel. */
  head?: ReactNode;
}

export function Orders({ trade, head }: OrdersProps) {
  const floor = useFloor();
  const rows = useSettledRows(floor.books.orders);
  const snapshot = useFloorState(state => state.snapshot);
  const [filter, setFilter] = useState<Filter>('all');
  const open = useMemo(() => rows.filter(row => isOpen(row.order)), [rows]);
  const shown = filter === 'open' ? open : rows;
  const older = useFloorState(state => state.older.kind);
  // What the first load brings is not new, though it may come under a pointer that rests here since the sign-in.
  const complete = older !== 'unknown' && rows.length >= floor.books.orders.size;
  const blotter = useBlotter(shown, filter, complete);
  const columns = useColumns('orders', COLUMNS, {
    widthPx: Math.max(0, useElementWidth(blotter.frame) - SCROLLBAR_PX),
    priority: floor.user.accounts.length > 1 ? PRIORITY : PRIORITY_OF_ONE_ACCOUNT,
    leastShown: LEAST_SHOWN,
  });
  const cancel = useCallback((order: OrderState) => floor.orders.cancel(order), [floor]);
  const running = useFloorState(state => state.massCancel !== null);
  const loading = snapshot.kind === 'loading' && rows.length === 0;
  return (
    <Panel
      title="Orders"
      head={head}
      count={rows.length === 0 ? undefined : `${open.length} open of ${countText(rows.length, older)}`}
      tools={
        <>
          <WaitingRows still={blotter} one="order" more="orders" />
          {(open.length > 0 || running) && <CancelAll />}
          {blotter.rows.length > 0 && <ColumnMenu columns={columns} />}
          <FilterToggle filter={filter} setFilter={setFilter} />
        </>
      }
      frame={blotter.frame}
    >
      <div className={panel.body}>
        {loading && <Skeleton rows={6} label="Orders are loading" />}
        {!loading && blotter.rows.length === 0 && (
          <Empty
            title={
              filter === 'open' && rows.length > 0 ? 'No order is open.' : 'You have sent no orders yet.'
            }
          >
            {trade ? (
              <button type="button" className={controls.button.outlined} onClick={trade}>
                Open the ticket
              </button>
            ) : (
              <p>Press B to buy or S to sell.</p>
            )}
          </Empty>
        )}
        {blotter.rows.length > 0 && (
          <OrderGrid columns={columns} blotter={blotter} endless={filter === 'all'} cancel={cancel} />
        )}
      </div>
    </Panel>
  );
}

/** How many are known, and whether there are more. */
function countText(known: number, older: Older['kind']): string {
  return older === 'none' || older === 'unknown' ? `${known}` : `${known}+`;
}

function FilterToggle({ filter, setFilter }: { filter: Filter; setFilter(filter: Filter): void }) {
  return (
    <Segmented place="head" aria-label="Which orders" value={filter} options={FILTERS} change={setFilter} />
  );
}
