import type { OrderState } from '@ringside/client';
import { X } from 'lucide-react';
import { memo } from 'react';
import { isOpen, type OrderRow } from '../../data/rows.ts';
import * as table from '../../design/table.css.ts';
import { blotterRow, type Standing, templateOf } from '../blotter/index.ts';
import { useFloor, useRow } from '../floor/context.ts';
import type { CellContext } from './columns.tsx';
import * as css from './orders.css.ts';

interface OrderLineProps extends Standing {
  /** The row as it was sorted; the line itself shows the newest. */
  row: OrderRow;
  cancel(order: OrderState): void;
  context: CellContext;
}

export const OrderLine = memo(function OrderLine(props: OrderLineProps) {
  const { id, index, offset, active, activate, cancel, context } = props;
  const row = useRow(useFloor().books.orders, props.row.key) ?? props.row;
  const { order } = row;
  const cancellable = isOpen(order) && order.status !== 'PENDING_CANCEL' && !row.cancelling;
  return (
    <div
      id={id}
      className={blotterRow}
      style={{ gridTemplateColumns: templateOf(context.columns), transform: `translateY(${offset}px)` }}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      data-active={active}
      data-arrived={row.changedAt !== null && order.version === 1}
      data-testid="order"
      data-client-order-id={order.clientOrderId}
      data-status={order.status}
      data-version={order.version}
      onPointerDown={() => activate(row.key)}
    >
      {context.columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          data-testid={column.id}
          aria-colindex={at + 1}
          className={`${table.cell} ${column.right ? table.right : ''}`}
        >
          {column.cell(row, context)}
          {column.id === 'status' && cancellable && (
            <CancelButton order={order} reachable={active} cancel={cancel} />
          )}
        </div>
      ))}
    </div>
  );
});

interface CancelButtonProps {
  order: OrderState;
  /** By the Tab key, in the active row only: the grid is one stop. */
  reachable: boolean;
  cancel(order: OrderState): void;
}

function CancelButton({ order, reachable, cancel }: CancelButtonProps) {
  return (
    <div className={css.actionPlace}>
      <button
        type="button"
        className={css.action}
        aria-label={`Cancel the order in ${order.instrument}`}
        tabIndex={reachable ? 0 : -1}
        onClick={() => cancel(order)}
      >
        <X aria-hidden />
        <span className={css.actionWord}>Cancel</span>
      </button>
    </div>
  );
}
