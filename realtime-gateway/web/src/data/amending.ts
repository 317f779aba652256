import type { AmendOrder, OrderState, Price, Quantity } from '@ringside/client';

/** What an order is to become: what is absent stays as it is. */
export type Change = Pick<AmendOrder, 'quantity' | 'limitPrice'>;

/** What this user asked of an order last, until its own state tells of it. */
export type Amending =
  | { kind: 'sent'; id: string; change: Change }
  | { kind: 'refused'; id: string; change: Change; text: string };

const RESTING = new Set(['DAY', 'GTC', 'GTD']);
const STANDING = new Set(['NEW', 'PARTIALLY_FILLED']);

/** Whether an order may get other terms now, as far as this page can tell. */
export function isAmendable(order: OrderState): boolean {
  return order.orderType === 'LIMIT' && RESTING.has(order.timeInForce) && STANDING.has(order.status);
}

/** What a newer state of its order leaves of it: once the order names the amend, the order tells the rest. */
export function amendingAfter(amending: Amending | undefined, order: OrderState): Amending | undefined {
  if (amending?.kind !== 'sent') return amending;
  return order.amendId === amending.id ? undefined : amending;
}

/** The terms that an order waits for. */
export function awaited(
  order: OrderState,
  amending: Amending | undefined,
): { quantity: Quantity; limitPrice: Price | undefined } | null {
  if (order.pendingTerms) return order.pendingTerms;
  if (amending?.kind !== 'sent') return null;
  const { change } = amending;
  return {
    quantity: change.quantity ?? order.quantity,
    limitPrice: change.limitPrice ?? order.limitPrice,
  };
}
