/** How a person wants the columns of one table; what is not said here is as the table has it. */
export interface ColumnSettings {
  /** Ids in the order in which they stand; a column that is not among them follows its neighbour of before. */
  order: readonly string[];
  /** Shown or hidden by choice, whatever room there is. */
  shown: Readonly<Record<string, boolean>>;
  /** In pixels, of columns that were made wider or narrower. */
  widths: Readonly<Record<string, number>>;
}

export const UNTOUCHED: ColumnSettings = { order: [], shown: {}, widths: {} };

/** What was remembered, by whichever version of this page, made whole. */
export function settingsOf(remembered: Partial<ColumnSettings> | undefined): ColumnSettings {
  return { ...UNTOUCHED, ...remembered };
}

export function isTouched({ order, shown, widths }: ColumnSettings): boolean {
  return order.length > 0 || Object.keys(shown).length > 0 || Object.keys(widths).length > 0;
}

/** All columns as they stand, those that are not shown included. */
export function ordered<C extends { id: string }>(columns: readonly C[], { order }: ColumnSettings): C[] {
  const placed = order.flatMap(id => columns.find(column => column.id === id) ?? []);
  for (const [at, column] of columns.entries()) {
    if (placed.includes(column)) continue;
    const before = columns.slice(0, at).findLast(other => placed.includes(other));
    placed.splice(before ? placed.indexOf(before) + 1 : 0, 0, column);
  }
  return placed;
}

/** The column takes the place of another; what stands between them makes room. */
export function moved(
  settings: ColumnSettings,
  ids: readonly string[],
  id: string,
  target: string,
): ColumnSettings {
  const [from, to] = [ids.indexOf(id), ids.indexOf(target)];
  if (from < 0 || to < 0 || from === to) return settings;
  const order = ids.toSpliced(from, 1).toSpliced(to, 0, id);
  return { ...settings, order };
}

export function chosen(settings: ColumnSettings, id: string, shown: boolean): ColumnSettings {
  return { ...settings, shown: { ...settings.shown, [id]: shown } };
}

export function resized(settings: ColumnSettings, id: string, px: number): ColumnSettings {
  return { ...settings, widths: { ...settings.widths, [id]: Math.round(px) } };
}

/** As wide as the table has it. */
export function unsized(settings: ColumnSettings, id: string): ColumnSettings {
  const { [id]: _, ...widths } = settings.widths;
  return { ...settings, widths };
}
