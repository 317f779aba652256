import type { OrderStatus, Quantity } from '@ringside/client';
import { awaited } from '../../data/amending.ts';
import { compare, plain, signOf } from '../../data/decimal.ts';
import { quantityText } from '../../data/format.ts';
import { isOpen, type OrderRow } from '../../data/rows.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import * as table from '../../design/table.css.ts';
import * as css from './orders.css.ts';
import { statusLook } from './status.ts';

export function Filled({ quantity, filled }: { quantity: Quantity; filled: Quantity }) {
  if (signOf(filled) === 0) return <span className={table.muted}>–</span>;
  return (
    <span className={compare(filled, quantity) === 0 ? '' : table.tone.warning}>{quantityText(filled)}</span>
  );
}

/** What was asked for is shown before anybody has answered. */
function shownStatus({ order, cancelling, amending }: OrderRow): OrderStatus {
  if (!isOpen(order)) return order.status;
  if (cancelling) return 'PENDING_CANCEL';
  return amending?.kind === 'sent' ? 'PENDING_REPLACE' : order.status;
}

/** Dot, word and shape, and the reason where there is one. */
export function Status({ row }: { row: OrderRow }) {
  const { order } = row;
  const look = statusLook(shownStatus(row));
  const waits = isOpen(order) ? awaited(order, row.amending) : null;
  return (
    <span className={css.status} title={order.text ?? order.reason}>
      <StatusMark tone={look.tone} shape={look.shape} />
      {look.word}
      {waits && (
        <span className={css.reason}>
          to {quantityText(waits.quantity)}
          {waits.limitPrice && ` at ${plain(waits.limitPrice)}`}
        </span>
      )}
      {!waits && row.amending?.kind === 'refused' && <span className={css.reason}>{row.amending.text}</span>}
      {order.reason && <span className={css.reason}>{order.text ?? order.reason}</span>}
    </span>
  );
}
