import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ColumnSettings } from './column-settings.ts';
import type { Zone } from './format.ts';

export interface Preferences {
  theme: 'system' | 'dark' | 'light';
  palette: 'classic' | 'colour-blind';
  zone: Zone;
  /** Share of the floor that the ticket takes, in per cent. */
  ticketShare: number;
  /** Of each table that was changed, by its name. */
  columns: Readonly<Record<string, Partial<ColumnSettings>>>;
}

export const TICKET_SHARE_MIN = 20;
export const TICKET_SHARE_MAX = 40;

const KEY = 'ringside.preferences';
const DEFAULTS: Preferences = {
  theme: 'system',
  palette: 'classic',
  zone: 'UTC',
  ticketShare: 25,
  columns: {},
};

/** What this device remembers about how its user likes to look at the floor. */
export function createPreferences(storage: Storage): StoreApi<Preferences> {
  const store = createStore<Preferences>(() => ({ ...DEFAULTS, ...read(storage) }));
  store.subscribe(preferences => storage.setItem(KEY, JSON.stringify(preferences)));
  return store;
}

function read(storage: Storage): Partial<Preferences> {
  try {
    return JSON.parse(storage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch {
    return {};
  }
}
