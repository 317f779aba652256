import type { OrderState } from '@ringside/client';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { isAmendable } from '../../data/amending.ts';
import { isOpen } from '../../data/rows.ts';
import { AmendEditor } from '../amend/index.ts';
import { type Columns, RowGrid } from '../blotter/index.ts';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { useTouch } from '../floor/useMedia.ts';
import type { OrderColumn } from './columns.tsx';
import { OrderLine } from './OrderLine.tsx';
import type { Blotter } from './useBlotter.ts';

interface OrderGridProps {
  columns: Columns<OrderColumn>;
  blotter: Blotter;
  /** Whether there may be older ones: of open orders all are known. */
  endless: boolean;
  cancel(order: OrderState): void;
}

export function OrderGrid({ columns, blotter, endless, cancel }: OrderGridProps) {
  const floor = useFloor();
  const older = useFloorState(state => state.older);
  const context = useCellContext(columns.shown);
  const { newestFirst, show, scroller } = blotter;
  const [amended, setAmended] = useState<string | null>(null);
  const read = () => void floor.history.older().then(newestFirst ? undefined : show);
  function press(key: string, row: string): void {
    const order = floor.books.orders.get(row)?.order;
    if (key === 'Enter' && order && isAmendable(order)) setAmended(row);
    if ((key === 'Delete' || key === 'Backspace') && order && isOpen(order)) cancel(order);
  }
  const leaveAmend = useCallback(
    (back: boolean) => {
      setAmended(null);
      if (back) scroller.current?.focus({ preventScroll: true });
    },
    [scroller],
  );
  return (
    <>
      <RowGrid
        name="Orders"
        columns={columns}
        still={blotter}
        sorting={blotter.sorting}
        sort={blotter.sort}
        end={endless ? { older, things: 'orders', further: 'older', read } : null}
        readsOn={newestFirst}
        pressed={press}
        line={(row, standing) => (
          <OrderLine
            key={row.key}
            row={row}
            {...standing}
            cancel={cancel}
            amend={setAmended}
            context={context}
          />
        )}
      />
      {amended !== null && (
        <Suspense fallback={null}>
          <AmendEditor key={amended} orderKey={amended} leave={leaveAmend} />
        </Suspense>
      )}
    </>
  );
}

function useCellContext(columns: readonly OrderColumn[]) {
  const instruments = useFloorState(state => state.instruments);
  const [{ zone }] = usePreferences();
  const tall = useTouch();
  const minute = Math.floor(useNow() / 60_000) * 60_000;
  return useMemo(
    () => ({ instruments, now: minute, zone, columns, tall }),
    [instruments, minute, zone, columns, tall],
  );
}
