import type { Decimal, Price } from '@ringside/client';
import { compare } from '../../data/decimal.ts';
import { averageText, priceText, quantityText, stampText, type Zone } from '../../data/format.ts';
import type { Instruments, OrderRow } from '../../data/rows.ts';
import * as table from '../../design/table.css.ts';
import { orderTracks } from '../../design/theme.ts';
import { type ColumnShape, TwoLines } from '../blotter/index.ts';
import { Filled, Status } from './cells.tsx';
import { SIDE_WORDS, TIF_WORDS, TYPE_WORDS } from './status.ts';

/** What a cell needs to know besides its row. */
export interface CellContext {
  instruments: Instruments;
  now: number;
  zone: Zone;
  columns: readonly OrderColumn[];
  /** Rows are high enough for a second line, which tells what has no column. */
  tall: boolean;
}

export interface OrderColumn extends ColumnShape {
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

const has = ({ columns }: CellContext, id: string) => columns.some(column => column.id === id);

/** What it was done at, or may be done at. A limit order that was rejected for its price has none. */
function priceOf(row: OrderRow, context: CellContext): string {
  const { averagePrice, limitPrice, orderType } = row.order;
  if (averagePrice) return averageText(averagePrice, tickOf(row, context));
  if (limitPrice) return priceText(limitPrice, tickOf(row, context));
  return orderType === 'MARKET' ? 'market' : '–';
}

/** The one table that header, rows and sorting are made from. */
export const COLUMNS: readonly OrderColumn[] = [
  {
    id: 'time',
    header: 'Time',
    track: orderTracks.time,
    right: false,
    greatestFirst: true,
    cell: (row, { now, zone }) => <span className={table.muted}>{stampText(row.enteredAt, now, zone)}</span>,
    sort: (a, b) => a.enteredAt - b.enteredAt || a.order.orderId.localeCompare(b.order.orderId),
  },
  {
    id: 'product',
    header: 'Product',
    track: orderTracks.product,
    right: false,
    cell: (row, context) => (
      <TwoLines
        second={context.tall && !has(context, 'time') && stampText(row.enteredAt, context.now, context.zone)}
      >
        <span className={table.strong}>
          {context.instruments.get(row.order.instrument)?.symbol ?? row.order.instrument}
        </span>
      </TwoLines>
    ),
    sort: byText(row => row.order.instrument),
  },
  {
    id: 'account',
    header: 'Account',
    track: orderTracks.account,
    right: false,
    cell: ({ order }) => <span className={table.muted}>{order.account}</span>,
    sort: byText(row => row.order.account),
  },
  {
    id: 'side',
    header: 'Side',
    track: orderTracks.side,
    right: false,
    cell: ({ order }) => (
      <span className={table.tone[order.side === 'BUY' ? 'up' : 'down']}>{SIDE_WORDS[order.side]}</span>
    ),
    sort: byText(row => row.order.side),
  },
  {
    id: 'type',
    header: 'Type',
    track: orderTracks.type,
    right: false,
    cell: ({ order }) => TYPE_WORDS[order.orderType],
    sort: byText(row => row.order.orderType),
  },
  {
    id: 'tif',
    header: 'TIF',
    track: orderTracks.tif,
    right: false,
    cell: ({ order }) => <span className={table.muted}>{TIF_WORDS[order.timeInForce]}</span>,
    sort: byText(row => row.order.timeInForce),
  },
  {
    id: 'quantity',
    header: 'Quantity',
    track: orderTracks.quantity,
    right: true,
    cell: (row, context) => (
      <TwoLines second={context.tall && !has(context, 'price') && priceOf(row, context)}>
        {quantityText(row.order.quantity)}
      </TwoLines>
    ),
    sort: byAmount(row => row.order.quantity),
  },
  {
    id: 'price',
    header: 'Price',
    track: orderTracks.price,
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
    track: orderTracks.filled,
    right: true,
    cell: ({ order }) => <Filled quantity={order.quantity} filled={order.filled} />,
    sort: byAmount(row => row.order.filled),
  },
  {
    id: 'average',
    header: 'Avg price',
    track: orderTracks.average,
    right: true,
    cell: (row, context) =>
      row.order.averagePrice ? (
        averageText(row.order.averagePrice, tickOf(row, context))
      ) : (
        <span className={table.muted}>–</span>
      ),
    sort: byAmount(row => row.order.averagePrice),
  },
  {
    id: 'status',
    header: 'Status',
    track: orderTracks.status,
    right: false,
    cell: row => <Status row={row} />,
    sort: byText(row => row.order.status),
  },
];

/** What an order cannot do without comes first; what is left out first, last. */
export const PRIORITY: readonly string[] = [
  'product',
  'side',
  'quantity',
  'status',
  'time',
  'price',
  'filled',
  'average',
  'account',
  'type',
  'tif',
];
/** Whoever has one account knows it. */
export const PRIORITY_OF_ONE_ACCOUNT = PRIORITY.filter(id => id !== 'account');
export const LEAST_SHOWN = 4;
