import type { OrderState } from '@ringside/client';
import { Pencil, X } from 'lucide-react';
import { memo } from 'react';
import { isAmendable } from '../../data/amending.ts';
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
  amend(key: string): void;
  context: CellContext;
}

export const OrderLine = memo(function OrderLine(props: OrderLineProps) {
  const { id, index, offset, active, activate, cancel, amend, context } = props;
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
            <div className={css.actionPlace}>
              {isAmendable(order) && row.amending?.kind !== 'sent' && (
                <Action
                  name={`Amend the order in ${order.instrument}`}
                  word="Amend"
                  Icon={Pencil}
                  reachable={active}
                  act={() => amend(row.key)}
                />
              )}
              <Action
                name={`Cancel the order in ${order.instrument}`}
                word="Cancel"
                Icon={X}
                dangerous
                reachable={active}
                act={() => cancel(order)}
              />
            </div>
          )}
        </div>
      ))}
    </div>
  );
});

interface ActionProps {
  name: string;
  word: string;
  Icon: typeof X;
  dangerous?: boolean;
  /** By the Tab key, in the active row only: the grid is one stop. */
  reachable: boolean;
  act(): void;
}

function Action({ name, word, Icon, dangerous, reachable, act }: ActionProps) {
  return (
    <button
      type="button"
      className={dangerous ? css.action.dangerous : css.action.usual}
      aria-label={name}
      tabIndex={reachable ? 0 : -1}
      onClick={act}
    >
      <Icon aria-hidden />
      <span className={css.actionWord}>{word}</span>
    </button>
  );
}
