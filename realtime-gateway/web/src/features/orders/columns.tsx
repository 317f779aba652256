import type { Decimal, Price } from '@ringside/client';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { compare } from '../../data/decimal.ts';
import { averageText, priceText, quantityText, stampText, type Zone } from '../../data/format.ts';
import type { Instruments, OrderRow } from '../../data/rows.ts';
import * as table from '../../design/table.css.ts';
import { tracks } from '../../design/theme.ts';
import type { Width } from '../floor/useMedia.ts';
import { Filled, Status } from './cells.tsx';
import { SIDE_WORDS, TIF_WORDS, TYPE_WORDS } from './status.ts';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** What a cell needs to know besides its row. */
export interface CellContext {
  instruments: Instruments;
  now: number;
  zone: Zone;
  columns: readonly OrderColumn[];
}

export interface OrderColumn {
  id: string;
  header: string;
  /** Track of the row's grid. */
  width: string;
  right: boolean;
  cell(row: OrderRow, context: CellContext): React.ReactNode;
  sort(a: OrderRow, b: OrderRow): number;
}

const byText = (read: (row: OrderRow) => string) => (a: OrderRow, b: OrderRow) =>
  read(a).localeCompare(read(b));
const byAmount =
  <D extends Decimal>(read: (row: OrderRow) => D | undefined) =>
  (a: OrderRow, b: OrderRow) => {
    const [x, y] = [read(a), read(b)];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? -1 : 1;
    return compare(x, y);
  };
/** For an order in an instrument that is not listed. */
const WHOLE = '1' as Price;
const tickOf = (row: OrderRow, { instruments }: CellContext) =>
  instruments.get(row.order.instrument)?.priceTick ?? row.order.limitPrice ?? row.order.averagePrice ?? WHOLE;

/** The one table that header, rows and sorting are made from. */
export const COLUMNS: readonly OrderColumn[] = [
  {
    id: 'time',
    header: 'Time',
    width: tracks.orders.time,
    right: false,
    cell: (row, { now, zone }) => <span className={table.muted}>{stampText(row.enteredAt, now, zone)}</span>,
    sort: (a, b) => a.enteredAt - b.enteredAt || a.order.orderId.localeCompare(b.order.orderId),
  },
  {
    id: 'product',
    header: 'Product',
    width: tracks.orders.product,
    right: false,
    cell: (row, { instruments }) => (
      <span className={table.strong}>
        {instruments.get(row.order.instrument)?.symbol ?? row.order.instrument}
      </span>
    ),
    sort: byText(row => row.order.instrument),
  },
  {
    id: 'account',
    header: 'Account',
    width: tracks.orders.account,
    right: false,
    cell: ({ order }) => <span className={table.muted}>{order.account}</span>,
    sort: byText(row => row.order.account),
  },
  {
    id: 'side',
    header: 'Side',
    width: tracks.orders.side,
    right: false,
    cell: ({ order }) => (
      <span className={table.tone[order.side === 'BUY' ? 'up' : 'down']}>{SIDE_WORDS[order.side]}</span>
    ),
    sort: byText(row => row.order.side),
  },
  {
    id: 'type',
    header: 'Type',
    width: tracks.orders.type,
    right: false,
    cell: ({ order }) => TYPE_WORDS[order.orderType],
    sort: byText(row => row.order.orderType),
  },
  {
    id: 'tif',
    header: 'TIF',
    width: tracks.orders.tif,
    right: false,
    cell: ({ order }) => <span className={table.muted}>{TIF_WORDS[order.timeInForce]}</span>,
    sort: byText(row => row.order.timeInForce),
  },
  {
    id: 'quantity',
    header: 'Quantity',
    width: tracks.orders.quantity,
    right: true,
    cell: ({ order }) => quantityText(order.quantity),
    sort: byAmount(row => row.order.quantity),
  },
  {
    id: 'price',
    header: 'Price',
    width: tracks.orders.price,
    right: true,
    cell: (row, context) =>
      row.order.limitPrice ? (
        priceText(row.order.limitPrice, tickOf(row, context))
      ) : (
        <span className={table.muted}>–</span>
      ),
    sort: byAmount(row => row.order.limitPrice),
  },
  {
    id: 'filled',
    header: 'Filled',
    width: tracks.orders.filled,
    right: true,
    cell: ({ order }) => <Filled quantity={order.quantity} filled={order.filled} />,
    sort: byAmount(row => row.order.filled),
  },
  {
    id: 'average',
    header: 'Avg price',
    width: tracks.orders.average,
    right: true,
    cell: (row, context) =>
      row.order.averagePrice ? averageText(row.order.averagePrice, tickOf(row, context)) : '–',
    sort: byAmount(row => row.order.averagePrice),
  },
  {
    id: 'status',
    header: 'Status',
    width: tracks.orders.status,
    right: false,
    cell: row => <Status row={row} />,
    sort: byText(row => row.order.status),
  },
];

/**
 * The columns that fit; on a telephone an order is product, side, size and status. Whoever has one account knows it.
 */
export function columnsFor(width: Width, accounts: number): readonly OrderColumn[] {
  const ids = FITTING[width];
  const fitting = ids ? COLUMNS.filter(column => ids.includes(column.id)) : COLUMNS;
  return accounts > 1 ? fitting : fitting.filter(column => column.id !== 'account');
}

const FITTING: Record<Width, readonly string[] | null> = {
  wide: null,
  medium: ['time', 'product', 'side', 'quantity', 'price', 'filled', 'status'],
  narrow: ['product', 'side', 'quantity', 'status'],
};

export function templateOf(columns: readonly OrderColumn[]): string {
  return columns.map(column => column.width).join(' ');
}

const helper = createColumnHelper<typeof features, OrderRow>();
export const tableColumns = COLUMNS.map(column =>
  helper.accessor((row): unknown => row, {
    id: column.id,
    header: column.header,
    sortFn: (a, b) => column.sort(a.original, b.original),
  }),
);
