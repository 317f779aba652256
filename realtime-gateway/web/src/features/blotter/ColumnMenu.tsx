import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { type ToggleEvent, useId, useRef } from 'react';
import { button, floating, iconButton } from '../../design/controls.css.ts';
import { MENU_GAP_PX } from '../../design/theme.ts';
import * as css from './blotter.css.ts';
import type { ColumnShape } from './fitting.ts';
import type { Columns } from './useColumns.ts';

/** Which columns a table shows, and in which order; remembered on this device. */
export function ColumnMenu({ columns }: { columns: Columns<ColumnShape> }) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const { all, shown, touched, move, show, reset, told } = columns;
  const visible = new Set(shown.map(column => column.id));
  return (
    <>
      <button ref={opener} type="button" className={iconButton} popoverTarget={id} title="Columns">
        <Columns3 aria-label="Columns" />
      </button>
      <span className={css.told} aria-live="polite">
        {told}
      </span>
      <div
        id={id}
        popover="auto"
        className={`${floating} ${css.menu}`}
        onToggle={event => place(event, opener.current)}
      >
        <ul className={css.choices}>
          {all.map((column, at) => (
            <li key={column.id} className={css.choice}>
              <label className={css.choiceName}>
                <input
                  type="checkbox"
                  className={css.check}
                  checked={visible.has(column.id)}
                  // A table without a column would say nothing.
                  disabled={shown.length === 1 && visible.has(column.id)}
                  onChange={({ target }) => show(column.id, target.checked)}
                />
                {column.header}
              </label>
              <Step
                name={`${column.header} up`}
                to={all[at - 1]}
                Icon={ArrowUp}
                go={to => move(column.id, to)}
              />
              <Step
                name={`${column.header} down`}
                to={all[at + 1]}
                Icon={ArrowDown}
                go={to => move(column.id, to)}
              />
            </li>
          ))}
        </ul>
        <button type="button" className={`${button.quiet} ${css.reset}`} disabled={!touched} onClick={reset}>
          As they were
        </button>
      </div>
    </>
  );
}

interface StepProps {
  name: string;
  to: ColumnShape | undefined;
  Icon: typeof ArrowUp;
  go(to: string): void;
}

function Step({ name, to, Icon, go }: StepProps) {
  return (
    <button
      type="button"
      className={iconButton}
      aria-label={name}
      aria-disabled={!to}
      onClick={() => to && go(to.id)}
    >
      <Icon aria-hidden />
    </button>
  );
}

/** Below its button, or as far above the foot of the page as it needs. */
function place({ newState, currentTarget }: ToggleEvent<HTMLElement>, opener: HTMLElement | null): void {
  const at = opener?.getBoundingClientRect();
  if (newState !== 'open' || !at) return;
  const top = Math.min(at.bottom + MENU_GAP_PX, innerHeight - currentTarget.offsetHeight - MENU_GAP_PX);
  currentTarget.style.setProperty('top', `${Math.max(top, MENU_GAP_PX)}px`);
  const left = Math.max(at.right - currentTarget.offsetWidth, MENU_GAP_PX);
  currentTarget.style.setProperty('left', `${left}px`);
}
