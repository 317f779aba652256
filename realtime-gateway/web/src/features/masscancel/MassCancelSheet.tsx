import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { isOver } from '../../data/mass-cancel.ts';
import * as controls from '../../design/controls.css.ts';
import { placeAt } from '../../design/place-at.ts';
import * as sheetCss from '../../design/sheet.css.ts';
import { useFloor, useFloorState } from '../floor/context.ts';
import { MassCancelQuestion } from './MassCancelQuestion.tsx';
import * as css from './mass-cancel.css.ts';
import { progressOf } from './mass-cancel.state.ts';

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

  // Whoever pressed by keyboard goes on by keyboard: the button that was pressed is gone.
  const running = run?.id;
  useEffect(() => {
    const popover = sheet.current;
    if (!running || !popover || popover.contains(document.activeElement)) return;
    popover.querySelector<HTMLElement>('button')?.focus();
  }, [running]);
  useEffect(() => floor.massCancels.watch(), [floor]);

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
      className={`${controls.floating} ${sheetCss.sheet}`}
      aria-label="Cancel open orders"
      data-testid="mass-cancel"
      onKeyDown={press}
    >
      <h2 className={sheetCss.title}>Cancel open orders</h2>
      {run ? <Outcome close={close} /> : <MassCancelQuestion close={close} />}
    </section>
  );
}

function Outcome({ close }: { close(): void }) {
  const floor = useFloor();
  const run = useFloorState(state => state.massCancel);
  const live = useFloorState(state => state.connection.kind === 'live');
  if (!run) return null;
  const { tone, title, lines, remaining } = progressOf(run);
  // One at a time: each order of this command is followed to its end first.
  const goesOn = remaining > 0 && isOver(run);
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
      <div className={sheetCss.actions}>
        {goesOn && (
          <button
            type="button"
            className={controls.button.outlined}
            disabled={!live}
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
