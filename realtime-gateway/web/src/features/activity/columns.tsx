import type { ActivityEntry } from '@ringside/client';
import type { ActivitySort } from '../../data/activity-wish.ts';
import { averageText, quantityText, stampText, type Zone } from '../../data/format.ts';
import type { Instruments } from '../../data/rows.ts';
import type { Counterparties } from '../../data/state.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import * as table from '../../design/table.css.ts';
import { activityTracks } from '../../design/theme.ts';
import { type ColumnShape, TwoLines } from '../blotter/index.ts';
import { SIDE_WORDS } from '../orders/index.ts';
import * as css from './activity.css.ts';
import { KIND_WORDS, lookOf } from './looks.ts';

/** What a cell needs to know besides its line. */
export interface CellContext {
  instruments: Instruments;
  counterparties: Counterparties;
  now: number;
  zone: Zone;
  columns: readonly ActivityColumn[];
  /** Rows are high enough for a second line, which tells what has no column. */
  tall: boolean;
}

export interface ActivityColumn extends ColumnShape {
  id: ActivitySort;
  cell(entry: ActivityEntry, context: CellContext): React.ReactNode;
}

const lacks = ({ tall, columns }: CellContext, id: ActivitySort) =>
  tall && !columns.some(column => column.id === id);

const timeOf = ({ at }: ActivityEntry, { now, zone }: CellContext) => stampText(Date.parse(at), now, zone);

function priceOf({ price, instrument }: ActivityEntry, { instruments }: CellContext): string | null {
  return price ? averageText(price, instruments.get(instrument)?.priceTick ?? price) : null;
}

const NONE = <span className={table.muted}>–</span>;

function firmName(firm: string, counterparties: Counterparties): string {
  for (const other of counterparties.values()) if (other.firm === firm) return other.firmName;
  return firm;
}

/** With whom, or why with nobody in particular. */
function Counterparty({ entry, context }: { entry: ActivityEntry; context: CellContext }) {
  const { kind, counterparty, firmsAsked } = entry;
  if (counterparty) return firmName(counterparty, context.counterparties);
  if (firmsAsked) return <span className={table.muted}>{firmsAsked} firms</span>;
  return kind === 'TRANSACTION' ? <span className={table.muted}>Venue</span> : NONE;
}

function Status({ entry }: { entry: ActivityEntry }) {
  const { word, tone, shape } = lookOf(entry);
  return (
    <span className={css.status}>
      <StatusMark tone={tone} shape={shape} />
      <span className={css.word[tone]}>{word}</span>
    </span>
  );
}

/** The one table that header, rows and the menu of columns are made from; the gateway sorts. */
export const COLUMNS: readonly ActivityColumn[] = [
  {
    id: 'time',
    header: 'Time',
    track: activityTracks.time,
    right: false,
    greatestFirst: true,
    cell: (entry, context) => <span className={table.muted}>{timeOf(entry, context)}</span>,
  },
  {
    id: 'kind',
    header: 'Type',
    track: activityTracks.kind,
    right: false,
    cell: ({ kind }) => KIND_WORDS[kind],
  },
  {
    id: 'product',
    header: 'Product',
    track: activityTracks.product,
    right: false,
    cell: (entry, context) => (
      <TwoLines second={lacks(context, 'kind') && KIND_WORDS[entry.kind]}>
        <span className={table.strong}>
          {context.instruments.get(entry.instrument)?.symbol ?? entry.instrument}
        </span>
      </TwoLines>
    ),
  },
  {
    id: 'direction',
    header: 'Direction',
    track: activityTracks.direction,
    right: false,
    cell: ({ side }) => (
      <span className={table.tone[side === 'BUY' ? 'up' : 'down']}>{SIDE_WORDS[side]}</span>
    ),
  },
  {
    id: 'quantity',
    header: 'Quantity',
    track: activityTracks.quantity,
    right: true,
    cell: (entry, context) => (
      <TwoLines second={lacks(context, 'price') && (priceOf(entry, context) ?? '–')}>
        {quantityText(entry.quantity)}
      </TwoLines>
    ),
  },
  {
    id: 'price',
    header: 'Price',
    track: activityTracks.price,
    right: true,
    cell: (entry, context) => priceOf(entry, context) ?? NONE,
  },
  {
    id: 'counterparty',
    header: 'Counterparty',
    track: activityTracks.counterparty,
    right: false,
    cell: (entry, context) => <Counterparty entry={entry} context={context} />,
  },
  {
    id: 'status',
    header: 'Status',
    track: activityTracks.status,
    right: false,
    cell: (entry, context) => (
      <TwoLines second={lacks(context, 'time') && timeOf(entry, context)}>
        <Status entry={entry} />
      </TwoLines>
    ),
  },
  {
    id: 'tenor',
    header: 'Tenor',
    track: activityTracks.tenor,
    right: false,
    cell: ({ tenor }) => tenor ?? NONE,
  },
  {
    id: 'promptDate',
    header: 'Prompt date',
    track: activityTracks.promptDate,
    right: false,
    greatestFirst: true,
    cell: ({ promptDate }) => promptDate ?? NONE,
  },
];

/** What a line cannot do without comes first; what is left out first, last. */
export const PRIORITY: readonly string[] = [
  'product',
  'direction',
  'quantity',
  'status',
  'price',
  'time',
  'kind',
  'counterparty',
  'tenor',
  'promptDate',
];
export const LEAST_SHOWN = 4;
