import { useMemo, useState } from 'react';
import {
  type ColumnSettings,
  chosen,
  isTouched,
  moved,
  ordered,
  resized,
  settingsOf,
  UNTOUCHED,
  unsized,
} from '../../data/column-settings.ts';
import { COLUMN_PX_MAX, COLUMN_PX_MIN } from '../../design/theme.ts';
import { usePreferences } from '../floor/context.ts';
import { type ColumnShape, type Fit, fitted } from './fitting.ts';

/** The columns of one table on this device, and what a person can do about them. */
export interface Columns<C extends ColumnShape> {
  /** As they are on the screen. */
  shown: readonly C[];
  /** All that there are, in their order. */
  all: readonly C[];
  touched: boolean;
  /** The column takes the place of that one. */
  move(id: string, target: string): void;
  show(id: string, shown: boolean): void;
  resize(id: string, px: number): void;
  /** As wide as the table has it. */
  unsize(id: string): void;
  reset(): void;
  /** What was done by the keyboard, for those who cannot see it. */
  told: string;
  tell(what: string): void;
}

/** `columns` and `priority` must stay the same between renderings. */
export function useColumns<C extends ColumnShape>(
  table: string,
  columns: readonly C[],
  { widthPx, priority, leastShown }: Fit,
): Columns<C> {
  const [preferences, change] = usePreferences();
  const remembered = preferences.columns[table];
  const [told, tell] = useState('');
  return useMemo(() => {
    const settings = settingsOf(remembered);
    const all = ordered(columns, settings);
    const ids = all.map(column => column.id);
    const keep = (next: ColumnSettings) =>
      change(before => ({ columns: { ...before.columns, [table]: next } }));
    return {
      shown: fitted(columns, settings, { widthPx, priority, leastShown }),
      all,
      touched: isTouched(settings),
      move: (id, target) => keep(moved(settings, ids, id, target)),
      show: (id, shown) => keep(chosen(settings, id, shown)),
      resize: (id, px) => keep(resized(settings, id, Math.min(COLUMN_PX_MAX, Math.max(COLUMN_PX_MIN, px)))),
      unsize: id => keep(unsized(settings, id)),
      reset: () => keep(UNTOUCHED),
      told,
      tell,
    };
  }, [table, columns, remembered, change, widthPx, priority, leastShown, told]);
}
