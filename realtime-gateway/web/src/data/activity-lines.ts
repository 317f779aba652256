import type { ActivityEntry, OrderState, Price, RfqView } from '@ringside/client';
import { asPrice, asQuantity, compare, signOf } from './decimal.ts';

/**
 * What a notice looks like in the activity feed: the same line that the gateway tells of it later. The function that
 * keeps the feed is tested against the same cases.
 */
export function linesOfOrder(order: OrderState): ActivityEntry[] {
  const quantity = asQuantity(order.quantity);
  if (quantity === null || signOf(quantity) <= 0) return [];
  const { account, instrument, side, orderId } = order;
  const at = micros(order.at);
  const told = order.averagePrice ?? order.limitPrice;
  const price = told === undefined ? null : asPrice(told);
  const line: ActivityEntry = {
    kind: 'ORDER',
    id: orderId,
    origin: orderId,
    account,
    at,
    instrument,
    side,
    quantity,
    ...(price !== null && { price }),
    status: order.status,
    version: order.version,
  };
  const { lastExecutionId, lastQuantity, lastPrice } = order;
  if (!lastExecutionId || !lastQuantity || !lastPrice) return [line];
  const fill = { id: lastExecutionId, quantity: lastQuantity, price: lastPrice };
  return [line, transaction({ ...fill, origin: orderId, account, at, instrument, side })];
}

export function linesOfRfq(view: RfqView): ActivityEntry[] {
  const { rfqId, instrument, quantity, account, executionId } = view;
  const line = view.role === 'REQUESTER' ? sent(view) : received(view);
  const { at, side, price, counterparty } = line;
  if (!executionId || !account || !price || !counterparty) return [line];
  const deal = { id: executionId, origin: rfqId, account, at, instrument, side, quantity, price };
  return [line, { ...transaction(deal), counterparty }];
}

function sent(view: RfqView): ActivityEntry {
  const firms = new Set(view.quotes.map(quote => quote.firm));
  const shown = shownAnswer(view);
  const only = firms.size === 1 ? view.quotes[0]?.firm : undefined;
  const counterparty = only ?? (shown?.status === 'TRADED' ? shown.firm : undefined);
  return {
    ...common(view),
    kind: 'RFQ_SENT',
    side: view.side,
    ...(shown?.price && { price: shown.price }),
    ...(counterparty && { counterparty }),
    firmsAsked: firms.size,
    status: view.status,
  };
}

function received(view: RfqView): ActivityEntry {
  const own = view.quotes[0];
  return {
    ...common(view),
    kind: 'RFQ_RECEIVED',
    side: view.side === 'BUY' ? 'SELL' : 'BUY',
    ...(own?.price && own.status !== 'PASSED' && { price: own.price }),
    counterparty: view.requesterFirm,
    status: own?.status ?? view.status,
  };
}

function common({ rfqId, account, at, instrument, quantity, version }: RfqView) {
  return {
    id: rfqId,
    origin: rfqId,
    ...(account && { account }),
    at: micros(at),
    instrument,
    quantity,
    version,
  };
}

/** The answer that traded; while nothing is decided the best price for whoever asked. */
function shownAnswer({ side, status, quotes }: RfqView): RfqView['quotes'][number] | undefined {
  const wanted = status === 'TRADED' ? 'TRADED' : 'ACTIVE';
  const better = (a: Price, b: Price) => (side === 'BUY' ? compare(a, b) < 0 : compare(a, b) > 0);
  return quotes
    .filter(quote => quote.status === wanted && quote.price)
    .reduce<RfqView['quotes'][number] | undefined>(
      (best, next) => (best?.price && next.price && !better(next.price, best.price) ? best : next),
      undefined,
    );
}

function transaction(deal: Omit<ActivityEntry, 'kind' | 'status' | 'version'>): ActivityEntry {
  return { ...deal, kind: 'TRANSACTION', status: 'TRADED', version: 1 };
}

/** The feed keeps no finer time. */
function micros(at: string): string {
  return at.replace(/(\.\d{6})\d+Z$/, '$1Z');
}
