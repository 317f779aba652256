import { createStore, type StoreApi } from 'zustand/vanilla';

/** What was typed for one request. */
export interface AnswerDraft {
  price: string;
  account: string;
}

export interface RequestsState {
  /** By request; absent until its card has proposed a price or a person has typed one. */
  drafts: Readonly<Record<string, AnswerDraft>>;
  /** The request into whose price the keyboard or a notice wants to put the cursor, until it is there. */
  wish: string | null;
  change(rfqId: string, draft: AnswerDraft): void;
  answer(rfqId: string): void;
}

export type RequestsStore = StoreApi<RequestsState>;

/** Drafts outlive their cards: what was typed is there again when the requests are shown again. */
export function createRequestsStore(): RequestsStore {
  return createStore<RequestsState>(set => ({
    drafts: {},
    wish: null,
    change: (rfqId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [rfqId]: draft } })),
    answer: rfqId => set({ wish: rfqId }),
  }));
}
