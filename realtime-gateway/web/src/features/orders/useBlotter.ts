import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import type { OrderRow } from '../../data/rows.ts';
import { type Sorting, sorted } from '../blotter/index.ts';
import { COLUMNS } from './columns.tsx';
import { type StillRows, stillRows } from './still-rows.state.ts';
import { usePointerInside } from './usePointerInside.ts';

const NEWEST_FIRST: Sorting = { id: 'time', desc: true };

export interface Blotter {
  /** As they stand on the screen: their contents may be newer in the books. */
  rows: readonly OrderRow[];
  /** The first of all, also while it waits to be shown. */
  first: OrderRow | undefined;
  /** How many wait to be shown because somebody points at the rows. */
  waiting: number;
  sorting: Sorting;
  newestFirst: boolean;
  /** Where a pointer makes the rows keep their places. */
  frame: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLDivElement | null>;
  sort(sorting: Sorting): void;
  /** Says who wants the rows to keep their places, and until when. */
  hold(who: Holder, held: boolean): void;
  /** Shows what waits, whoever holds the rows. */
  show(): void;
}

/** Somebody points at the rows, walks through them with keys, or has scrolled down to read. */
export type Holder = 'pointer' | 'keyboard' | 'scroll';

/** Sorted rows that do not move under the pointer or the keyboard, once they are complete for the first time. */
export function useBlotter(rows: readonly OrderRow[], filter: string, complete: boolean): Blotter {
  const [sorting, setSorting] = useState(NEWEST_FIRST);
  const [holders, setHolders] = useState<readonly Holder[]>([]);
  const [shows, setShows] = useState(0);
  const still = useRef<StillRows>(null);
  const begun = useRef(false);
  const frame = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const ordered = useMemo(() => sorted(rows, COLUMNS, sorting), [rows, sorting]);
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
  const view = `${sorting.id} ${sorting.desc} ${filter} ${shows}`;
  still.current = stillRows(still.current, ordered, view, begun.current && holders.length > 0);
  begun.current ||= complete;
  const newestFirst = sorting.id === 'time' && sorting.desc;
  return {
    rows: still.current.rows,
    first: ordered[0],
    waiting: still.current.waiting,
    sorting,
    newestFirst,
    frame,
    scroller,
    sort: setSorting,
    hold,
    show: () => {
      setShows(count => count + 1);
      if (newestFirst) scroller.current?.scrollTo({ top: 0 });
    },
  };
}
