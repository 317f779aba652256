import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { ActivityFeed, type ActivityState } from '../../data/activity-feed.ts';
import type { ActivityRow } from '../../data/activity-window.ts';
import type { ActivityFilter, ActivitySort } from '../../data/activity-wish.ts';
import type { Sorting } from '../blotter/index.ts';
import { useFloor } from '../floor/context.ts';
import type { View } from './views.ts';

export interface Shown extends ActivityState {
  /** The rows are of another order or filter, until those that are wanted are there. */
  former: boolean;
  feed: ActivityFeed;
}

/** The lines of a view in this order; the former ones until they are read. */
export function useActivity({ kinds }: View, sorting: Sorting, filter: ActivityFilter): Shown {
  const floor = useFloor();
  const feed = useMemo(() => {
    const { session, inbox, state, now } = floor;
    const sort = sorting.id as ActivitySort;
    return new ActivityFeed(
      { session, inbox, floor: state, now },
      { kinds, sort, desc: sorting.desc, filter },
    );
  }, [floor, kinds, sorting, filter]);
  useEffect(() => feed.start(), [feed]);
  const state = useStore(feed.state);
  const last = useRef<readonly ActivityRow[]>([]);
  const former = state.snapshot.kind === 'loading' && last.current.length > 0;
  if (state.snapshot.kind === 'ready') last.current = state.rows;
  return { ...state, rows: former ? last.current : state.rows, former, feed };
}
