import type { ActivityEntry, OrderState, RfqView } from '@ringside/client';
import { linesOfOrder, linesOfRfq } from '../../src/data/activity-lines.ts';
import { type ActivitySort, orderOf } from '../../src/data/activity-wish.ts';

/** The feed of what the fake floor knows now, as a query asks for it. */
export function activity(orders: OrderState[], rfqs: RfqView[], query: URLSearchParams) {
  const lines = [...orders.flatMap(linesOfOrder), ...rfqs.flatMap(linesOfRfq)];
  const sort = (query.get('sort') ?? 'time') as ActivitySort;
  const sorted = lines
    .filter(line => wanted(line, query))
    .toSorted(orderOf({ sort, desc: query.get('direction') !== 'asc' }));
  const from = Number.parseInt(query.get('cursor') ?? '0', 10);
  const to = from + Number.parseInt(query.get('limit') ?? '100', 10);
  return { entries: sorted.slice(from, to), ...(to < sorted.length && { nextCursor: String(to) }) };
}

function wanted(line: ActivityEntry, query: URLSearchParams): boolean {
  const fits = (name: string, value: string | undefined) =>
    !query.has(name) || (query.get(name) ?? '').split(',').includes(value ?? '');
  return (
    fits('kind', line.kind) &&
    fits('status', line.status) &&
    fits('product', line.instrument) &&
    fits('side', line.side) &&
    fits('counterparty', line.counterparty) &&
    line.at >= (query.get('from') ?? '')
  );
}
