import type { Price, Side } from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type AskTerms, LIFE_SECONDS } from './ask.state.ts';
import type { Draft } from './ticket.state.ts';

/** What the ticket makes: an order, or a request for quotes. Both share account, instrument, side and quantity. */
export type Mode = 'ORDER' | 'RFQ';

export interface TicketState {
  mode: Mode;
  draft: Draft;
  terms: AskTerms;
  /** Grows with each wish of the keyboard or the price list to put the cursor into the quantity. */
  focusWish: number;
  change(change: Partial<Draft>): void;
  changeTerms(change: Partial<AskTerms>): void;
  turn(mode: Mode): void;
  choose(instrument: string): void;
  /** A price was pressed: a limit order at that price, ready for its quantity. */
  take(instrument: string, side: Side, price: Price): void;
  aim(side: Side | null): void;
  /** Ready to ask for quotes. */
  inquire(): void;
  clear(): void;
}

export type TicketStore = StoreApi<TicketState>;

export function createTicketStore(account: string): TicketStore {
  return createStore<TicketState>(set => ({
    mode: 'ORDER',
    terms: { everybody: true, counterparties: [], lifeSeconds: LIFE_SECONDS },
    draft: {
      account,
      instrument: null,
      side: 'BUY',
      orderType: 'MARKET',
      timeInForce: 'DAY',
      quantity: '',
      limitPrice: '',
      expiresAt: '',
    },
    focusWish: 0,
    change: change => set(({ draft }) => ({ draft: { ...draft, ...change } })),
    changeTerms: change => set(({ terms }) => ({ terms: { ...terms, ...change } })),
    turn: mode => set({ mode }),
    choose: instrument =>
      set(({ draft }) =>
        draft.instrument === instrument ? {} : { draft: { ...draft, instrument, limitPrice: '' } },
      ),
    take: (instrument, side, price) =>
      set(({ draft, focusWish }) => ({
        mode: 'ORDER',
        draft: { ...draft, instrument, side, orderType: 'LIMIT', limitPrice: price },
        focusWish: focusWish + 1,
      })),
    aim: side =>
      set(({ draft, focusWish }) => ({
        mode: 'ORDER',
        draft: side === null ? draft : { ...draft, side },
        focusWish: focusWish + 1,
      })),
    inquire: () => set(({ focusWish }) => ({ mode: 'RFQ', focusWish: focusWish + 1 })),
    clear: () => set(({ draft }) => ({ draft: { ...draft, quantity: '', limitPrice: '' } })),
  }));
}
