import type { Price, Side } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Draft } from './ticket.state.ts';

export interface TicketState {
  draft: Draft;
  /** Grows with each wish of the keyboard or the price list to put the cursor into the quantity. */
  focusWish: number;
  change(change: Partial<Draft>): void;
  choose(instrument: string): void;
  /** A price was pressed: a limit order at that price, ready for its quantity. */
  take(instrument: string, side: Side, price: Price): void;
  aim(side: Side | null): void;
  clear(): void;
}

export type TicketStore = StoreApi<TicketState>;

export function createTicketStore(account: string): TicketStore {
  return createStore<TicketState>(set => ({
    draft: {
      account,
      instrument: null,
      side: 'BUY',
      orderType: 'MARKET',
      timeInForce: 'DAY',
      quantity: '',
      limitPrice: '',
    },
    focusWish: 0,
    change: change => set(({ draft }) => ({ draft: { ...draft, ...change } })),
    choose: instrument =>
      set(({ draft }) =>
        draft.instrument === instrument ? {} : { draft: { ...draft, instrument, limitPrice: '' } },
      ),
    take: (instrument, side, price) =>
      set(({ draft, focusWish }) => ({
        draft: { ...draft, instrument, side, orderType: 'LIMIT', limitPrice: price },
        focusWish: focusWish + 1,
      })),
    aim: side =>
      set(({ draft, focusWish }) => ({
        draft: side === null ? draft : { ...draft, side },
        focusWish: focusWish + 1,
      })),
    clear: () => set(({ draft }) => ({ draft: { ...draft, quantity: '', limitPrice: '' } })),
  }));
}
