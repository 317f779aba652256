import type { OrderState } from '@ringside/client';
import { Pencil, X } from 'lucide-react';
import { memo } from 'react';
import { isAmendable } from '../../data/amending.ts';
import { isOpen, type OrderRow } from '../../data/rows.ts';
import { RowLine, type Standing } from '../blotter/index.ts';
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
  const { row: sorted, cancel, amend, context, ...standing } = props;
  const row = useRow(useFloor().books.orders, sorted.key) ?? sorted;
  const { order } = row;
  return (
    <RowLine
      rowKey={row.key}
      standing={standing}
      columns={context.columns}
      arrived={row.changedAt !== null && order.version === 1}
      marks={{
        'data-testid': 'order',
        'data-client-order-id': order.clientOrderId,
        'data-status': order.status,
        'data-version': order.version,
      }}
      cell={column =>
        column.id === 'status' ? (
          <div className={css.standing}>
            <div className={css.words}>{column.cell(row, context)}</div>
            <Actions row={row} reachable={standing.active} cancel={cancel} amend={amend} />
          </div>
        ) : (
          column.cell(row, context)
        )
      }
    />
  );
});

interface ActionsProps extends Pick<OrderLineProps, 'row' | 'cancel' | 'amend'> {
  /** By the Tab key, in the active row only: the grid is one stop. */
  reachable: boolean;
}

/** What may be done with an order that is open. */
function Actions({ row, reachable, cancel, amend }: ActionsProps) {
  const { order } = row;
  if (!isOpen(order) || order.status === 'PENDING_CANCEL' || row.cancelling) return null;
  return (
    <div className={css.actionPlace}>
      {isAmendable(order) && row.amending?.kind !== 'sent' && (
        <Action
          name={`Amend the order in ${order.instrument}`}
          word="Amend"
          Icon={Pencil}
          reachable={reachable}
          act={() => amend(row.key)}
        />
      )}
      <Action
        name={`Cancel the order in ${order.instrument}`}
        word="Cancel"
        Icon={X}
        dangerous
        reachable={reachable}
        act={() => cancel(order)}
      />
    </div>
  );
}

interface ActionProps {
  name: string;
  word: string;
  Icon: typeof X;
  dangerous?: boolean;
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
