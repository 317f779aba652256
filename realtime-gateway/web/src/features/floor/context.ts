import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { Desk } from '../../data/desk.ts';
import type { Floor } from '../../data/floor.ts';
import type { Preferences } from '../../data/preferences.ts';
import type { RowStore } from '../../data/row-store.ts';
import { SettledRows } from '../../data/settled-rows.ts';
import type { FloorState } from '../../data/state.ts';

export const DeskContext = createContext<Desk | null>(null);
export const FloorContext = createContext<Floor | null>(null);
export const PreferencesContext = createContext<StoreApi<Preferences> | null>(null);
/** The present second, in milliseconds since 1970: one clock for the whole page. */
export const NowContext = createContext<number>(0);

function present<T>(value: T | null): T {
  if (value === null) throw new Error('used outside of its provider');
  return value;
}

export function useDesk(): Desk {
  return present(useContext(DeskContext));
}

export function useFloor(): Floor {
  return present(useContext(FloorContext));
}

export function useFloorState<T>(select: (state: FloorState) => T): T {
  return useStore(useFloor().state, select);
}

export function usePreferences(): [Preferences, StoreApi<Preferences>['setState']] {
  const store = present(useContext(PreferencesContext));
  return [useStore(store), store.setState];
}

export function useNow(): number {
  return useContext(NowContext);
}

/** One row; renders again only when that row changed. */
export function useRow<Row>(store: RowStore<Row>, key: string | null): Row | undefined {
  const watch = useCallback(
    (listener: () => void) => (key === null ? () => {} : store.watchRow(key, listener)),
    [store, key],
  );
  return useSyncExternalStore(watch, () => (key === null ? undefined : store.get(key)));
}

/** All rows; renders again once per frame in which any of them changed. */
export function useRows<Row>(store: RowStore<Row>): readonly Row[] {
  return useSyncExternalStore(store.watchList, store.list);
}

/** All rows for sorting and counting: renewed when rows come or go, and now and then while they change. */
export function useSettledRows<Row>(store: RowStore<Row>): readonly Row[] {
  const { now } = useFloor();
  const settled = useMemo(() => new SettledRows(store, now, afterMs), [store, now]);
  return useSyncExternalStore(settled.watch, settled.rows);
}

function afterMs(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
