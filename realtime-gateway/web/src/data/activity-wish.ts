import type { ActivityEntry, ActivityKind, Decimal, Side } from '@ringside/client';
import { compare } from './decimal.ts';

/** By what the feed can be sorted, in the words of the gateway. */
export type ActivitySort =
  | 'time'
  | 'kind'
  | 'product'
  | 'direction'
  | 'quantity'
  | 'price'
  | 'counterparty'
  | 'status'
  | 'tenor'
  | 'promptDate';

/** How far something has come, whatever it is. */
export type Stage = 'executed' | 'pending' | 'ended';

export interface ActivityFilter {
  product: string | null;
  side: Side | null;
  counterparty: string | null;
  stage: Stage | null;
  /** The newest so many days. */
  days: number | null;
}

export const NO_FILTER: ActivityFilter = {
  product: null,
  side: null,
  counterparty: null,
  stage: null,
  days: null,
};

/** Which lines are wanted, in what order. */
export interface ActivityWish {
  /** All of them where none is named. */
  kinds: readonly ActivityKind[];
  sort: ActivitySort;
  desc: boolean;
  filter: ActivityFilter;
}

const EXECUTED = ['FILLED', 'TRADED'];
const PENDING = [
  'PENDING_NEW',
  'NEW',
  'PARTIALLY_FILLED',
  'PENDING_CANCEL',
  'PENDING_REPLACE',
  'OPEN',
  'REQUESTED',
  'ACTIVE',
];
const ENDED = ['CANCELLED', 'EXPIRED', 'REJECTED', 'PASSED', 'DONE_AWAY'];
const STATUSES: Record<Stage, readonly string[]> = { executed: EXECUTED, pending: PENDING, ended: ENDED };
const DAY_MS = 86_400_000;

export function stageOf(status: string): Stage {
  return EXECUTED.includes(status) ? 'executed' : ENDED.includes(status) ? 'ended' : 'pending';
}

/** What the gateway is asked. `since` is the earliest time that is wanted. */
export function queryOf({ kinds, sort, desc, filter }: ActivityWish, since: string | null): URLSearchParams {
  const { product, side, counterparty, stage } = filter;
  const query = new URLSearchParams({ sort, direction: desc ? 'desc' : 'asc' });
  if (kinds.length > 0) query.set('kind', kinds.join(','));
  if (product) query.set('product', product);
  if (side) query.set('side', side);
  if (counterparty) query.set('counterparty', counterparty);
  if (stage) query.set('status', STATUSES[stage].join(','));
  if (since) query.set('from', since);
  return query;
}

/** The earliest time that is wanted by somebody who asks now. */
export function sinceOf({ filter }: ActivityWish, now: number): string | null {
  return filter.days === null ? null : new Date(now - filter.days * DAY_MS).toISOString();
}

/** Whether a line is one of those that are wanted: the same rule as the gateway's. */
export function isWanted(
  { kinds, filter }: ActivityWish,
  since: string | null,
  line: ActivityEntry,
): boolean {
  const { product, side, counterparty, stage } = filter;
  return (
    (kinds.length === 0 || kinds.includes(line.kind)) &&
    (product === null || line.instrument === product) &&
    (side === null || line.side === side) &&
    (counterparty === null || line.counterparty === counterparty) &&
    (stage === null || STATUSES[stage].includes(line.status)) &&
    (since === null || byText(moment(line.at), moment(since)) >= 0)
  );
}

type Compare = (a: ActivityEntry, b: ActivityEntry) => number;

/** The order of the gateway: empty ones last, and of those that are alike the newest first. */
export function orderOf({ sort, desc }: Pick<ActivityWish, 'sort' | 'desc'>): Compare {
  const sign = desc ? -1 : 1;
  if (sort === 'time') return (a, b) => sign * byPlace(a, b);
  const by = BY[sort];
  return (a, b) => {
    const [x, y] = [by.read(a), by.read(b)];
    if (x === undefined || y === undefined) {
      return x === y ? -byPlace(a, b) : x === undefined ? 1 : -1;
    }
    return sign * by.compare(x, y) || -byPlace(a, b);
  };
}

interface By {
  read(line: ActivityEntry): string | undefined;
  compare(a: string, b: string): number;
}

/** The gateway compares texts by their bytes. */
const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byNumber = (a: string, b: string) => compare(a as Decimal, b as Decimal);

const BY: Record<Exclude<ActivitySort, 'time'>, By> = {
  kind: { read: line => line.kind, compare: byText },
  product: { read: line => line.instrument, compare: byText },
  direction: { read: line => line.side, compare: byText },
  quantity: { read: line => line.quantity, compare: byNumber },
  price: { read: line => line.price, compare: byNumber },
  counterparty: { read: line => line.counterparty, compare: byText },
  status: { read: line => line.status, compare: byText },
  tenor: { read: line => line.tenor, compare: byText },
  promptDate: { read: line => line.promptDate, compare: byText },
};

/** No two lines of a reader stand at one place. */
function byPlace(a: ActivityEntry, b: ActivityEntry): number {
  return byText(moment(a.at), moment(b.at)) || byText(a.kind, b.kind) || byText(a.id, b.id);
}

/** With all six decimals of the second, so that times are compared as texts. */
function moment(at: string): string {
  const fraction = at.slice(20, -1);
  return `${at.slice(0, 19)}.${fraction.padEnd(6, '0')}`;
}
