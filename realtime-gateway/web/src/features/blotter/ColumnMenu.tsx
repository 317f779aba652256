import { ArrowDown, ArrowUp, Columns3 } from 'lucide-react';
import { button, iconButton } from '../../design/controls.css.ts';
import * as css from './blotter.css.ts';
import type { ColumnShape } from './fitting.ts';
import { ToolMenu } from './ToolMenu.tsx';
import type { Columns } from './useColumns.ts';

/** Which columns a table shows, and in which order; remembered on this device. */
export function ColumnMenu({ columns }: { columns: Columns<ColumnShape> }) {
  const { all, shown, touched, move, show, reset, told } = columns;
  const visible = new Set(shown.map(column => column.id));
  return (
    <>
      <span className={css.told} aria-live="polite">
        {told}
      </span>
      <ToolMenu name="Columns" Icon={Columns3}>
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
      </ToolMenu>
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
