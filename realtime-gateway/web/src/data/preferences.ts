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
  /** By which column each table was sorted last. */
  sorts: Readonly<Record<string, { id: string; desc: boolean }>>;
  /** Which of the tables that share a place was looked at last. */
  tab: string;
  /** What operators told and this person has put away, by id, the newest last. */
  dismissed: readonly string[];
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
  sorts: {},
  tab: 'orders',
  dismissed: [],
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
