import { ArrowUp } from 'lucide-react';
import * as css from './blotter.css.ts';
import type { Keyed } from './still-rows.state.ts';
import type { Still } from './useStillRows.ts';

interface WaitingRowsProps<Row extends Keyed> {
  still: Still<Row>;
  /** What one row is, and several are. */
  one: string;
  more: string;
}

/** How many rows wait until nobody points at the others; a press shows them. */
export function WaitingRows<Row extends Keyed>({ still, one, more }: WaitingRowsProps<Row>) {
  const { waiting, show, scroller } = still;
  function press(): void {
    show();
    // The notice goes with the press; whoever came by keyboard goes on in the rows.
    scroller.current?.focus({ preventScroll: true });
  }
  return (
    <span role="status">
      {waiting > 0 && (
        <button type="button" className={css.waiting} onClick={press} data-testid="waiting">
          <ArrowUp aria-hidden /> {waiting} new {waiting === 1 ? one : more}
        </button>
      )}
    </span>
  );
}
