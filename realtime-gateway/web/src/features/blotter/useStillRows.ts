import { type RefObject, useCallback, useRef, useState } from 'react';
import { type Keyed, type StillRows, stillRows } from './still-rows.state.ts';
import { usePointerInside } from './usePointerInside.ts';

/** Somebody points at the rows, walks through them with keys, or has scrolled down to read. */
export type Holder = 'pointer' | 'keyboard' | 'scroll';

/** The rows of a table as they stand on the screen. */
export interface Still<Row extends Keyed> {
  /** Their contents may be newer in the books. */
  rows: readonly Row[];
  /** The first of all, also while it waits to be shown. */
  first: Row | undefined;
  /** How many wait to be shown because somebody points at the rows. */
  waiting: number;
  /** Where a pointer makes the rows keep their places. */
  frame: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  /** Says who wants the rows to keep their places, and until when. */
  hold(who: Holder, held: boolean): void;
  /** Shows what waits, whoever holds the rows. */
  show(): void;
}

interface Looked {
  /** What the person chose to look at: sorting and filter. */
  view: string;
  /** What is there is all that the first load brings. */
  complete: boolean;
  /** What is new stands at the top. */
  newestFirst: boolean;
}

/** Sorted rows that do not move under the pointer or the keyboard, once they are complete for the first time. */
export function useStillRows<Row extends Keyed>(
  ordered: readonly Row[],
  { view, complete, newestFirst }: Looked,
): Still<Row> {
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  const [shows, setShows] = useState(0);
  const still = useRef<StillRows<Row>>(null);
  const begun = useRef(false);
  const frame = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const hold = useCallback((who: Holder, held: boolean) => {
    setHolders(before => {
      if (before.includes(who) === held) return before;
      return held ? [...before, who] : before.filter(other => other !== who);
    });
  }, []);
  usePointerInside(
    frame,
    useCallback((inside: boolean) => hold('pointer', inside), [hold]),
  );
  still.current = stillRows(still.current, ordered, `${view} ${shows}`, begun.current && holders.length > 0);
  begun.current ||= complete;
  return {
    rows: still.current.rows,
    first: ordered[0],
    waiting: still.current.waiting,
    frame,
    scroller,
    hold,
    show: () => {
      setShows(count => count + 1);
      if (newestFirst) scroller.current?.scrollTo({ top: 0 });
    },
  };
}
