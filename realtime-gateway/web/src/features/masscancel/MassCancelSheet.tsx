import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { isOver } from '../../data/mass-cancel.ts';
import { isOpen } from '../../data/rows.ts';
import * as controls from '../../design/controls.css.ts';
import { placeAt } from '../amend/place.ts';
import { useFloor, useFloorState, useSettledRows } from '../floor/context.ts';
import { Choice as Choices } from '../ticket/fields.tsx';
import * as css from './mass-cancel.css.ts';
import { type Choice, counted, countIn, progressOf, scopeOf } from './mass-cancel.state.ts';

const SIDES = [
  ['BOTH', 'Both'],
  ['BUY', 'Buys'],
  ['SELL', 'Sells'],
] as const;
const ICONS = { wait: CircleDashed, good: CircleCheck, bad: CircleAlert };

interface MassCancelSheetProps {
  /** What it opens below. */
  anchor: HTMLElement | null;
  leave(): void;
}

/** Which orders, a confirmation that says how many, and then what becomes of them. */
export default function MassCancelSheet({ anchor, leave }: MassCancelSheetProps) {
  const floor = useFloor();
  const run = useFloorState(state => state.massCancel);
  const sheet = useRef<HTMLElement>(null);

  useLayoutEffect(() => {
    const popover = sheet.current;
    if (!popover) return;
    popover.showPopover?.();
    placeAt(popover, anchor);
    // Not the button: what opens by a press must not cancel by a second one.
    popover.querySelector<HTMLElement>('select, button')?.focus();
  }, [anchor]);

  function close(): void {
    if (run && isOver(run)) floor.massCancels.putAway();
    leave();
  }

  function press(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') close();
  }

  return (
    <section
      ref={sheet}
      popover="manual"
      className={`${controls.floating} ${css.sheet}`}
      aria-label="Cancel open orders"
      data-testid="mass-cancel"
      onKeyDown={press}
    >
      <h2 className={css.title}>Cancel open orders</h2>
      {run ? <Outcome close={close} /> : <Question close={close} />}
    </section>
  );
}

function Question({ close }: { close(): void }) {
  const floor = useFloor();
  const id = useId();
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
  const listed = [...new Set(open.map(order => order.instrument))].sort();

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (free > 0 && live) floor.massCancels.cancel(scope);
  }

  return (
    <form className={css.form} onSubmit={submit}>
      {accounts.length > 1 && (
        <div className={controls.field}>
          <label className={controls.label} htmlFor={`${id}-account`}>
            Account
          </label>
          <select
            id={`${id}-account`}
            className={controls.input}
            value={choice.account}
            onChange={event => change({ account: event.target.value })}
          >
            {accounts.map(account => (
              <option key={account}>{account}</option>
            ))}
          </select>
        </div>
      )}
      <div className={controls.field}>
        <label className={controls.label} htmlFor={`${id}-instrument`}>
          Instrument
        </label>
        <select
          id={`${id}-instrument`}
          className={controls.input}
          value={choice.instrument}
          onChange={event => change({ instrument: event.target.value })}
        >
          <option value="">All instruments</option>
          {listed.map(instrument => (
            <option key={instrument} value={instrument}>
              {instruments.get(instrument)?.symbol ?? instrument}
            </option>
          ))}
        </select>
      </div>
      <Choices label="Side" value={choice.side} options={SIDES} change={side => change({ side })} />
      <p className={css.note} role="status">
        {free === 0 ? 'No open order matches.' : `${counted(free)} will be asked back from the venue.`}
        {pending > 0 && ` ${counted(pending)} being cancelled already.`}
        {!live && ' There is no connection.'}
      </p>
      <div className={css.actions}>
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

function Outcome({ close }: { close(): void }) {
  const floor = useFloor();
  const run = useFloorState(state => state.massCancel);
  if (!run) return null;
  const { tone, title, lines, remaining } = progressOf(run);
  const Icon = ICONS[tone];
  return (
    <div className={css.form}>
      <div role="status" data-testid="mass-cancel-report">
        <p className={css.head[tone]}>
          <Icon aria-hidden /> {title}
        </p>
        {lines.map(line => (
          <p key={line} className={css.note}>
            {line}
          </p>
        ))}
      </div>
      <div className={css.actions}>
        {remaining > 0 && (
          <button
            type="button"
            className={controls.button.outlined}
            onClick={() => floor.massCancels.cancel(run.scope)}
          >
            Cancel the next {remaining}
          </button>
        )}
        <button type="button" className={controls.button.quiet} onClick={close}>
          {isOver(run) ? 'Done' : 'Leave'}
        </button>
      </div>
    </div>
  );
}
