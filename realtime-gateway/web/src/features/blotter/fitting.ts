import { type ColumnSettings, ordered } from '../../data/column-settings.ts';
import { COLUMN_GAP_PX, trackOf } from '../../design/theme.ts';

/** What every table of the blotter says about a column; its cells are the table's own matter. */
export interface ColumnShape {
  id: string;
  header: string;
  /** The least width in pixels, and the share of what is left over. */
  track: { px: number; share: number };
  /** Figures end at the right. */
  right: boolean;
  /** Sorting starts with the greatest or latest. */
  greatestFirst?: boolean;
}

export interface Fit {
  widthPx: number;
  /** What cannot be done without comes first; what is left out first, last. */
  priority: readonly string[];
  /** So many are shown however little room there is. */
  leastShown: number;
}

/**
 * What fits into the width, and what was chosen beside it, in the person's order and at his widths. A choice moves
 * nothing in or out but itself: with more than fits the rows scroll sideways.
 */
export function fitted<C extends ColumnShape>(
  columns: readonly C[],
  settings: ColumnSettings,
  fit: Fit,
): C[] {
  const shown = fitting(columns, fit);
  for (const [id, wanted] of Object.entries(settings.shown)) {
    if (wanted) shown.add(id);
    else shown.delete(id);
  }
  return ordered(columns, settings)
    .filter(column => shown.has(column.id))
    .map(column => withWidth(column, settings));
}

function fitting(columns: readonly ColumnShape[], { widthPx, priority, leastShown }: Fit): Set<string> {
  const shown = new Set<string>();
  let left = widthPx - COLUMN_GAP_PX;
  for (const id of priority) {
    const column = columns.find(candidate => candidate.id === id);
    if (!column) continue;
    left -= column.track.px + COLUMN_GAP_PX;
    if (left < 0 && shown.size >= leastShown) break;
    shown.add(id);
  }
  return shown;
}

function withWidth<C extends ColumnShape>(column: C, { widths }: ColumnSettings): C {
  const px = widths[column.id];
  return px === undefined ? column : { ...column, track: { px, share: 0 } };
}

export function templateOf(columns: readonly ColumnShape[]): string {
  return columns.map(column => trackOf(column.track)).join(' ');
}

/** Below this the rows scroll sideways. */
export function leastWidthPx(columns: readonly ColumnShape[]): number {
  return columns.reduce((sum, { track }) => sum + track.px + COLUMN_GAP_PX, COLUMN_GAP_PX);
}
