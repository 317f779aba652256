import type { Command, RequestQuotes, RfqRefused, RfqView, SubmitQuote } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import type { Books } from './books.ts';
import { type Deed, deedAnswered, deedRefused, deedUnanswered, isPending } from './deed.ts';
import type { Answer, Dispatch } from './dispatch.ts';
import {
  inquired,
  inquiryAnswered,
  inquiryRefused,
  inquirySeen,
  inquiryUnanswered,
  isAsking,
} from './inquiry.ts';
import { ownAnswer, type RfqAnswer } from './rfq-rows.ts';
import type { FloorState } from './state.ts';

/** A press this soon after a change of price was meant for the price before. */
export const PRICE_SETTLES_MS = 500;

interface RfqDeskOptions {
  books: Books;
  state: StoreApi<FloorState>;
  now(): number;
  newId(): string;
  dispatch: Dispatch;
}

/** `settling`: the price changed just before; `pending`: an earlier press has no outcome yet. Only `sent` sends. */
export type Press = 'sent' | 'settling' | 'pending' | 'over';

/** Asks for prices and answers them. One deed at a time for each request, and each is sent once. */
export class RfqDesk {
  readonly #options: RfqDeskOptions;

  constructor(options: RfqDeskOptions) {
    this.#options = options;
  }

  /** Asks, unless the ticket's last request is still on its way. */
  ask(draft: Omit<RequestQuotes, 'clientRfqId'>): void {
    const { state, newId, now, dispatch } = this.#options;
    if (isAsking(state.getState().inquiry)) return;
    const body: RequestQuotes = { clientRfqId: newId(), ...draft };
    state.setState({ inquiry: inquired(body, now()) });
    dispatch.send({ type: 'rfq.request', body }, answer => this.#asked(body.clientRfqId, answer));
  }

  /** Puts the ticket's last request away; it stays among the requests. */
  putAway(): void {
    const { state } = this.#options;
    if (!isAsking(state.getState().inquiry)) state.setState({ inquiry: null });
  }

  /** Trades on the version that is on the screen: an answer that the floor has replaced meanwhile is refused there. */
  accept(rfqId: string, { user, version }: Pick<RfqAnswer, 'user' | 'version'>): Press {
    const { books, now, newId } = this.#options;
    const row = books.rfqs.get(rfqId);
    const answer = row?.view.quotes.find(known => known.user === user);
    const { quoteId, price } = answer ?? {};
    if (!row?.view.account || !quoteId || !price || answer?.status !== 'ACTIVE') return 'over';
    const changed = now() - (row.pricedAt[user] ?? Number.NEGATIVE_INFINITY) < PRICE_SETTLES_MS;
    if (changed || answer.version !== version) return 'settling';
    const { account, instrument, side, quantity } = row.view;
    const clientResponseId = newId();
    const body = { clientResponseId, rfqId, account, quoteId, version, instrument, side, quantity, price };
    const deed = { verb: 'accept', commandId: clientResponseId, counterparty: user, price } as const;
    return this.#do(row.view, deed, { type: 'rfq.accept', body });
  }

  quote(rfqId: string, account: string, price: SubmitQuote['price']): Press {
    const view = this.#options.books.rfqs.get(rfqId)?.view;
    if (!view) return 'over';
    const clientQuoteId = this.#options.newId();
    const side = view.side === 'BUY' ? 'SELL' : 'BUY';
    const { instrument, quantity } = view;
    const body: SubmitQuote = { clientQuoteId, rfqId, account, instrument, side, quantity, price };
    return this.#do(view, { verb: 'quote', commandId: clientQuoteId, price }, { type: 'rfq.quote', body });
  }

  pass(rfqId: string, account: string): Press {
    return this.#respond(rfqId, account, 'pass');
  }

  cancel(rfqId: string): Press {
    const account = this.#options.books.rfqs.get(rfqId)?.view.account;
    return account ? this.#respond(rfqId, account, 'cancel') : 'over';
  }

  moved(view: RfqView): void {
    const { state, now } = this.#options;
    const { inquiry } = state.getState();
    if (!inquiry || view.clientRfqId !== inquiry.body.clientRfqId) return;
    state.setState({ inquiry: inquirySeen(inquiry, view, now()) });
  }

  refused({ rfqId, commandId, reason, text }: RfqRefused): void {
    const { state } = this.#options;
    const { inquiry } = state.getState();
    if (inquiry?.body.clientRfqId === commandId) {
      state.setState({ inquiry: inquiryRefused(inquiry, reason, text) });
    }
    this.#change(rfqId, commandId, deed => deedRefused(deed, reason, text));
  }

  #respond(rfqId: string, account: string, verb: 'pass' | 'cancel'): Press {
    const view = this.#options.books.rfqs.get(rfqId)?.view;
    if (!view) return 'over';
    const body = { clientResponseId: this.#options.newId(), rfqId, account };
    const deed = { verb, commandId: body.clientResponseId };
    return this.#do(view, deed, { type: `rfq.${verb}`, body });
  }

  #do(view: RfqView, pressed: Omit<Deed, 'fate' | 'versionBefore'>, command: Command): Press {
    const { books, dispatch, now } = this.#options;
    const { rfqId } = view;
    if (view.status !== 'OPEN') return 'over';
    if (isPending(books.rfqs.get(rfqId)?.deed ?? null)) return 'pending';
    const versionBefore = ownAnswer(view)?.version ?? 0;
    books.deed(rfqId, { ...pressed, versionBefore, fate: { kind: 'sending' } });
    dispatch.send(command, answer =>
      this.#change(rfqId, pressed.commandId, deed =>
        answer.kind === 'unknown'
          ? deedUnanswered(deed, answer.asked)
          : deedAnswered(deed, answer.outcome, now()),
      ),
    );
    return 'sent';
  }

  #change(rfqId: string, commandId: string, change: (deed: Deed) => Deed): void {
    const { books } = this.#options;
    const deed = books.rfqs.get(rfqId)?.deed;
    if (deed?.commandId === commandId) books.deed(rfqId, change(deed));
  }

  #asked(clientRfqId: string, answer: Answer): void {
    const { state, now } = this.#options;
    const { inquiry } = state.getState();
    if (inquiry?.body.clientRfqId !== clientRfqId) return;
    const known =
      answer.kind === 'unknown'
        ? inquiryUnanswered(inquiry, answer.asked)
        : inquiryAnswered(inquiry, answer.outcome, now());
    state.setState({ inquiry: known });
  }
}
