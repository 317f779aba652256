import type { Instrument, OrderState, Price, Quantity } from '@ringside/client';
import type { Amending, Change } from '../../data/amending.ts';
import { compare, signOf, subtract } from '../../data/decimal.ts';
import { priceText, quantityText } from '../../data/format.ts';
import { isOpen } from '../../data/rows.ts';
import { type Checked, checkPrice, checkQuantity } from '../ticket/checks.ts';

/** What the person has typed. What nobody touched follows the order, which may change while one types. */
export interface Draft {
  quantity?: string;
  limitPrice?: string;
}

/** Whether the draft can be sent, and what the editor says. The venue and the risk check decide in the end. */
export type AmendView =
  | { kind: 'incomplete'; faults: { quantity?: string; limitPrice?: string } }
  | { kind: 'same' }
  | { kind: 'blocked'; reason: string }
  | { kind: 'ready'; change: Change; consequence: string };

interface Around {
  order: OrderState;
  instrument: Instrument | undefined;
  live: boolean;
}

export function amendView(draft: Draft, { order, instrument, live }: Around): AmendView {
  if (!instrument) return { kind: 'blocked', reason: 'This instrument is not known here.' };
  const quantity: Checked<Quantity> =
    draft.quantity === undefined ? { value: order.quantity } : checkQuantity(draft.quantity, instrument);
  const price: Checked<Price> =
    draft.limitPrice === undefined
      ? { value: order.limitPrice ?? null }
      : checkPrice(draft.limitPrice, instrument);
  if (quantity.value === null || price.value === null) {
    return {
      kind: 'incomplete',
      faults: {
        ...(quantity.fault && { quantity: quantity.fault }),
        ...(price.fault && { limitPrice: price.fault }),
      },
    };
  }
  const change = changeOf(order, quantity.value, price.value);
  if (change.quantity === undefined && change.limitPrice === undefined) return { kind: 'same' };
  if (!live) return { kind: 'blocked', reason: 'There is no connection.' };
  return { kind: 'ready', change, consequence: consequenceOf(order, change) };
}

/** Only what differs is asked for: the rest may have changed meanwhile. */
function changeOf(order: OrderState, quantity: Quantity, limitPrice: Price): Change {
  const otherPrice = order.limitPrice === undefined || compare(limitPrice, order.limitPrice) !== 0;
  return {
    ...(compare(quantity, order.quantity) !== 0 && { quantity }),
    ...(otherPrice && { limitPrice }),
  };
}

/** What it does to the order's turn, which nothing on the screen shows. */
function consequenceOf(order: OrderState, { quantity, limitPrice }: Change): string {
  if (quantity && compare(quantity, order.filled) <= 0) {
    return `${quantityText(order.filled)} is filled already: the order ends there.`;
  }
  if (limitPrice === undefined && quantity && compare(quantity, order.quantity) < 0) {
    return 'It keeps its place in the queue.';
  }
  return 'It goes to the end of the queue at its price.';
}

/** What has become of the last press. */
export function progressOf(
  order: OrderState,
  amending: Amending | undefined,
  tick: Price,
): { tone: 'wait' | 'bad'; text: string } | null {
  if (amending?.kind === 'refused') return { tone: 'bad', text: amending.text };
  if (amending?.kind === 'sent') return { tone: 'wait', text: 'Sent. Waiting for the risk check.' };
  if (order.pendingTerms) {
    const { quantity, limitPrice } = order.pendingTerms;
    return {
      tone: 'wait',
      text: `Waiting for the venue: ${quantityText(quantity)} at ${priceText(limitPrice, tick)}.`,
    };
  }
  return isOpen(order) ? null : { tone: 'bad', text: 'The order has ended.' };
}

/** What is filled and what is left, beside the field for the whole. */
export function filledWords({ filled, quantity }: OrderState): string {
  if (signOf(filled) === 0) return 'nothing filled';
  return `${quantityText(filled)} filled, ${quantityText(subtract(quantity, filled))} left`;
}
