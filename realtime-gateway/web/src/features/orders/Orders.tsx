import type { OrderState } from '@ringside/client';
import { ToggleGroup } from 'radix-ui';
import { useCallback, useMemo, useState } from 'react';
import { isOpen } from '../../data/rows.ts';
import * as controls from '../../design/controls.css.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { useFloor, useFloorState, useSettledRows } from '../floor/context.ts';
import { OrderGrid } from './OrderGrid.tsx';
import * as css from './orders.css.ts';

type Filter = 'open' | 'all';

export function Orders() {
  const floor = useFloor();
  const rows = useSettledRows(floor.books.orders);
  const snapshot = useFloorState(state => state.snapshot);
  const [filter, setFilter] = useState<Filter>('all');
  const open = useMemo(() => rows.filter(row => isOpen(row.order)), [rows]);
  const shown = filter === 'open' ? open : rows;
  const cancel = useCallback((order: OrderState) => floor.orders.cancel(order), [floor]);
  const loading = snapshot.kind === 'loading' && rows.length === 0;
  return (
    <Panel
      title="Orders"
      count={rows.length === 0 ? undefined : `${open.length} open of ${rows.length}`}
      tools={<FilterToggle filter={filter} setFilter={setFilter} />}
    >
      <div className={panel.body}>
        {loading && <Skeleton rows={6} label="Orders are loading" />}
        {!loading && shown.length === 0 && (
          <Empty
            title={
              filter === 'open' && rows.length > 0 ? 'No order is open.' : 'You have sent no orders yet.'
            }
          >
            <p>Press B to buy or S to sell.</p>
          </Empty>
        )}
        {shown.length > 0 && <OrderGrid rows={shown} cancel={cancel} />}
      </div>
    </Panel>
  );
}

function FilterToggle({ filter, setFilter }: { filter: Filter; setFilter(filter: Filter): void }) {
  return (
    <ToggleGroup.Root
      type="single"
      className={`${controls.segmented} ${css.filter}`}
      value={filter}
      onValueChange={value => value && setFilter(value as Filter)}
      aria-label="Which orders"
    >
      <ToggleGroup.Item className={`${controls.segment} ${css.filterItem}`} value="all">
        All
      </ToggleGroup.Item>
      <ToggleGroup.Item className={`${controls.segment} ${css.filterItem}`} value="open">
        Open
      </ToggleGroup.Item>
    </ToggleGroup.Root>
  );
}
