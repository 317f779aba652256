import { type FormEvent, useMemo, useState } from 'react';
import { isOpen } from '../../data/rows.ts';
import * as controls from '../../design/controls.css.ts';
import { SelectField } from '../../design/SelectField.tsx';
import * as sheetCss from '../../design/sheet.css.ts';
import { useFloor, useFloorState, useSettledRows } from '../floor/context.ts';
import { Choice as Choices } from '../ticket/fields.tsx';
import * as css from './mass-cancel.css.ts';
import { type Choice, counted, countIn, scopeOf } from './mass-cancel.state.ts';

const SIDES = [
  ['BOTH', 'Both'],
  ['BUY', 'Buys'],
  ['SELL', 'Sells'],
] as const;

/** Which orders are wanted back, and how many that is. */
export function MassCancelQuestion({ close }: { close(): void }) {
  const floor = useFloor();
  const rows = useSettledRows(floor.books.orders);
  const instruments = useFloorState(state => state.instruments);
  const live = useFloorState(state => state.connection.kind === 'live');
  const open = useMemo(() => rows.map(row => row.order).filter(isOpen), [rows]);
  const { accounts } = floor.user;
  const [choice, setChoice] = useState<Choice>(() => ({
    account: open[0]?.account ?? accounts[0] ?? '',
    instrument: '',
    side: 'BOTH',
  }));
  const change = (next: Partial<Choice>) => setChoice(before => ({ ...before, ...next }));
  const scope = scopeOf(choice);
  const { free, pending } = countIn(open, scope);
  // What is chosen stays in the list although its last order has ended: what is shown is what would be sent.
  const ofAccount = open.filter(order => order.account === choice.account).map(order => order.instrument);
  const listed = [
    ...new Set(choice.instrument === '' ? ofAccount : [...ofAccount, choice.instrument]),
  ].sort();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (free > 0 && live) floor.massCancels.cancel(scope);
  }

  return (
    <form className={css.form} onSubmit={submit}>
      {accounts.length > 1 && (
        <SelectField label="Account" value={choice.account} change={account => change({ account })}>
          {accounts.map(account => (
            <option key={account}>{account}</option>
          ))}
        </SelectField>
      )}
      <SelectField label="Instrument" value={choice.instrument} change={instrument => change({ instrument })}>
        <option value="">All instruments</option>
        {listed.map(instrument => (
          <option key={instrument} value={instrument}>
            {instruments.get(instrument)?.symbol ?? instrument}
          </option>
        ))}
      </SelectField>
      <Choices label="Side" value={choice.side} options={SIDES} change={side => change({ side })} />
      <p className={css.note} role="status">
        {free === 0 ? 'No open order matches.' : `${counted(free)} will be asked back from the venue.`}
        {pending > 0 && ` ${counted(pending)} being cancelled already.`}
        {!live && ' There is no connection.'}
      </p>
      <div className={sheetCss.actions}>
        <button type="button" className={controls.button.quiet} onClick={close}>
          Leave
        </button>
        <button
          type="submit"
          className={controls.button.sell}
          aria-disabled={free === 0 || !live}
          data-testid="mass-cancel-send"
        >
          {free === 0 ? 'Cancel orders' : `Cancel ${counted(free)}`}
        </button>
      </div>
    </form>
  );
}
