import type { Quantity } from '@ringside/client';
import { compare, signOf } from '../../data/decimal.ts';
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

/** Dot, word and shape, and the reason where there is one. */
export function Status({ row }: { row: OrderRow }) {
  const { order, cancelling } = row;
  const look = statusLook(cancelling && isOpen(order) ? 'PENDING_CANCEL' : order.status);
  return (
    <span className={css.status} title={order.text ?? order.reason}>
      <StatusMark tone={look.tone} shape={look.shape} />
      {look.word}
      {order.reason && <span className={css.reason}>{order.text ?? order.reason}</span>}
    </span>
  );
}
