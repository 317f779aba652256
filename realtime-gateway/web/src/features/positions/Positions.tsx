import type { Price } from '@ringside/client';
import { Clock3 } from 'lucide-react';
import { Fragment, memo, useMemo } from 'react';
import { averageText, priceText, quantityText, signedMoneyText } from '../../data/format.ts';
import type { PositionRow } from '../../data/rows.ts';
import { Empty, Panel, Skeleton } from '../../design/Panel.tsx';
import * as panel from '../../design/panel.css.ts';
import { stale as staleLook } from '../../design/stale.css.ts';
import * as table from '../../design/table.css.ts';
import { useFloor, useFloorState, useRows } from '../floor/context.ts';
import * as css from './positions.css.ts';
import { toneOf, totals } from './positions.state.ts';

/** For a position in an instrument that is not listed: as it comes. */
const UNKNOWN_TICK = '0.01' as Price;

export function Positions({ select }: { select(instrument: string): void }) {
  const floor = useFloor();
  const rows = useRows(floor.books.positions);
  const several = floor.user.accounts.length > 1;
  const snapshot = useFloorState(state => state.snapshot);
  const sorted = useMemo(() => [...rows].sort((a, b) => a.key.localeCompare(b.key)), [rows]);
  const loading = snapshot.kind === 'loading' && rows.length === 0;
  return (
    <Panel title="Positions" count={rows.length || undefined}>
      <div className={panel.body}>
        {loading && <Skeleton rows={4} label="Positions are loading" />}
        {!loading && rows.length === 0 && (
          <Empty title="You hold no positions.">
            <p>Your first fill opens one.</p>
          </Empty>
        )}
        {rows.length > 0 && (
          <div className={css.list}>
            <div className={css.lines}>
              <Header />
              {sorted.map((row, index) => {
                const { account } = row.valuation;
                const heads = several && account !== sorted[index - 1]?.valuation.account;
                return (
                  <Fragment key={row.key}>
                    {heads && <h3 className={css.account}>{account}</h3>}
                    <PositionLine row={row} select={select} />
                  </Fragment>
                );
              })}
            </div>
          </div>
        )}
      </div>
      {rows.length > 0 && <Totals rows={rows} />}
    </Panel>
  );
}

function Header() {
  return (
    <div className={`${table.header} ${css.columns}`} aria-hidden="true">
      <span>Instrument</span>
      <span className={table.right}>Quantity</span>
      <span className={`${table.right} ${css.spareToo}`}>Average</span>
      <span className={`${table.right} ${css.spare}`}>Mark</span>
      <span className={table.right}>Unrealised</span>
      <span className={`${table.right} ${css.spareToo}`}>Realised</span>
    </div>
  );
}

const PositionLine = memo(function PositionLine({
  row,
  select,
}: {
  row: PositionRow;
  select(id: string): void;
}) {
  const { valuation } = row;
  const instrument = useFloorState(state => state.instruments.get(valuation.instrument));
  const tick = instrument?.priceTick ?? valuation.mark ?? UNKNOWN_TICK;
  const old = useFloorState(state => state.connection.kind !== 'live') || valuation.stale;
  const right = `${table.cell} ${table.right}`;
  const average = valuation.averagePrice ? averageText(valuation.averagePrice, tick) : '–';
  const realised = signedMoneyText(valuation.realised, valuation.currency);
  return (
    <div
      className={`${table.row} ${css.columns} ${old ? staleLook : ''}`}
      data-testid="position"
      data-instrument={valuation.instrument}
      data-account={valuation.account}
    >
      <button
        type="button"
        className={css.instrument}
        onClick={() => select(valuation.instrument)}
        title={valuation.account}
      >
        {instrument?.symbol ?? valuation.instrument}
      </button>
      <span className={`${right} ${css.stack}`}>
        <span data-testid="position-quantity">{quantityText(valuation.quantity)}</span>
        <span className={css.under}>{average}</span>
      </span>
      <span className={`${right} ${table.muted} ${css.spareToo}`}>{average}</span>
      <span className={`${right} ${table.muted} ${css.spare}`}>
        {old && <Clock3 aria-label="stale" />} {valuation.mark ? priceText(valuation.mark, tick) : '–'}
      </span>
      <span className={`${right} ${css.stack}`}>
        <span
          className={table.tone[toneOf(valuation.unrealised, valuation.currency)]}
          data-testid="position-unrealised"
        >
          {valuation.unrealised ? signedMoneyText(valuation.unrealised, valuation.currency) : '–'}
        </span>
        <span className={css.under}>{realised} realised</span>
      </span>
      <span
        className={`${right} ${css.spareToo} ${table.tone[toneOf(valuation.realised, valuation.currency)]}`}
      >
        {realised}
      </span>
    </div>
  );
});

function Totals({ rows }: { rows: readonly PositionRow[] }) {
  const old = useFloorState(state => state.connection.kind !== 'live');
  return (
    <div className={`${css.totals} ${old ? staleLook : ''}`} data-testid="totals">
      {totals(rows).map(({ currency, realised, unrealised }) => (
        <span key={currency} className={css.total}>
          <span className={table.muted}>{currency}</span>
          <span className={`${table.right} ${table.tone[toneOf(unrealised, currency)]}`} title="Unrealised">
            {unrealised === undefined ? '–' : signedMoneyText(unrealised, currency)}
          </span>
          <span className={`${table.right} ${table.muted}`} title="Realised">
            {signedMoneyText(realised, currency)} <span className={css.realised}>realised</span>
          </span>
        </span>
      ))}
    </div>
  );
}
