import type {
  AcceptQuote,
  Command,
  Counterparty,
  Price,
  Quantity,
  RequestQuotes,
  RfqRefused,
  RfqView,
  SubmitQuote,
} from '@ringside/client';
import { commandIdOf } from '../../../client/src/command.ts';
import { stepBy } from '../../src/data/decimal.ts';
import type { FakeHoldings } from './holdings.ts';
import type { FakeMarket } from './market.ts';
import { LISTED } from './seed.ts';

export const COUNTERPARTIES: Counterparty[] = [
  { user: 'bob', name: 'Bob Keller', firm: 'kestrel', firmName: 'Kestrel Capital' },
  { user: 'erin', name: 'Erin Sato', firm: 'kestrel', firmName: 'Kestrel Capital' },
  { user: 'alice', name: 'Alice Hart', firm: 'harbour', firmName: 'Harbour Street Metals' },
  { user: 'dave', name: 'Dave Hale', firm: 'harbour', firmName: 'Harbour Street Metals' },
  { user: 'frida', name: 'Frida Lund', firm: 'osprey', firmName: 'Osprey Trading' },
];

/** Somebody asks by himself about this often, ms. */
const ASKED_EVERY_MS = 20_000;
const RECEIVED_AT_ONCE_MAX = 2;
const RECEIVED_LIFE_MS = 90_000;
const REQUESTS_KEPT = 100;

type RfqCommand = Extract<Command, { type: `rfq.${string}` }>;

export function isRfqCommand(command: Command): command is RfqCommand {
  return command.type.startsWith('rfq.');
}

interface FakeRequestsOptions {
  market: FakeMarket;
  holdings: FakeHoldings;
  random(): number;
  newId(): string;
  user: { id: string; firm: string };
  tell(view: RfqView): void;
  refused(refused: RfqRefused): void;
}

/** Dealers who answer what the one user of the fake asks, and people who ask him. */
export class FakeRequests {
  readonly #options: FakeRequestsOptions;
  readonly #views = new Map<string, RfqView>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** Commands that were taken: the same one again changes nothing. */
  readonly #taken = new Set<string>();
  readonly #asker: NodeJS.Timeout;
  quiet = false;

  constructor(options: FakeRequestsOptions) {
    this.#options = options;
    this.#asker = setInterval(() => {
      const open = [...this.#views.values()].filter(view => view.status === 'OPEN' && !view.clientRfqId);
      if (!this.quiet && open.length < RECEIVED_AT_ONCE_MAX) this.incoming();
    }, ASKED_EVERY_MS);
  }

  views(openOnly: boolean): RfqView[] {
    const all = [...this.#views.values()].reverse();
    return openOnly ? all.filter(view => view.status === 'OPEN') : all;
  }

  receive(command: RfqCommand): void {
    if (this.#taken.has(commandIdOf(command))) return;
    this.#taken.add(commandIdOf(command));
    if (command.type === 'rfq.request') {
      this.#request(command.body);
      return;
    }
    const view = this.#views.get(command.body.rfqId);
    if (view?.status !== 'OPEN') {
      this.#refuse(command, 'RFQ_ENDED', 'The request for quotes had ended before the command arrived.');
      return;
    }
    if (command.type === 'rfq.accept') this.#accept(view, command.body);
    else if (command.type === 'rfq.quote') this.#quote(view, command.body);
    else if (command.type === 'rfq.cancel') this.#end(view, 'CANCELLED');
    else this.#answer(view.rfqId, this.#options.user.id, { status: 'PASSED' });
  }

  /** Somebody asks the user for a price. */
  incoming(): void {
    const { random, newId } = this.#options;
    const who = pick(COUNTERPARTIES, random);
    const { instrument } = pick(LISTED.slice(-4), random);
    const quantity = String(Math.ceil(random() * 20)) as Quantity;
    this.#open({
      rfqId: newId(),
      role: 'COUNTERPARTY',
      requester: who.user,
      requesterFirm: who.firm,
      instrument: instrument.id,
      side: random() > 0.5 ? 'BUY' : 'SELL',
      quantity,
      quotes: [{ ...this.#me(), status: 'REQUESTED', version: 0 }],
      ...this.#life(RECEIVED_LIFE_MS),
    });
  }

  close(): void {
    clearInterval(this.#asker);
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #request({ clientRfqId, account, lifeSeconds, counterparties = [], ...terms }: RequestQuotes): void {
    if ([...this.#views.values()].some(view => view.clientRfqId === clientRfqId)) return;
    const asked = COUNTERPARTIES.filter(
      ({ user }) => !counterparties.length || counterparties.includes(user),
    );
    const rfqId = this.#options.newId();
    this.#open({
      rfqId,
      clientRfqId,
      role: 'REQUESTER',
      account,
      requester: this.#options.user.id,
      requesterFirm: this.#options.user.firm,
      ...terms,
      quotes: asked.map(({ user, firm }) => ({ user, firm, status: 'REQUESTED', version: 0 })),
      ...this.#life(lifeSeconds * 1_000),
    });
    for (const { user } of asked) this.#deal(rfqId, user, 0);
  }

  /** A dealer thinks, gives a price near the market, and may give another one or take it back. */
  #deal(rfqId: string, user: string, round: number): void {
    const { random, market, newId } = this.#options;
    this.#after(800 + random() * (round === 0 ? 5_000 : 15_000), () => {
      const view = this.#views.get(rfqId);
      const quote = market.quote(view?.instrument ?? '');
      const touch = view?.side === 'BUY' ? quote?.ask : quote?.bid;
      const tick = LISTED.find(({ instrument }) => instrument.id === view?.instrument)?.instrument.priceTick;
      if (!view || !touch || !tick) return;
      if (random() < 0.15) {
        this.#answer(rfqId, user, { status: 'PASSED' });
        return;
      }
      const price = stepBy(touch, tick, Math.round((random() - 0.5) * 6));
      const { quoteId, version = 0 } = view.quotes.find(each => each.user === user) ?? {};
      const next = { status: 'ACTIVE' as const, quoteId: quoteId ?? newId(), version: version + 1, price };
      this.#answer(rfqId, user, next);
      if (round < 3) this.#deal(rfqId, user, round + 1);
    });
  }

  #accept(view: RfqView, body: AcceptQuote): void {
    const answer = view.quotes.find(each => each.quoteId === body.quoteId);
    const command = { type: 'rfq.accept', body } as const;
    if (answer?.status !== 'ACTIVE') {
      this.#refuse(command, 'QUOTE_WITHDRAWN', 'The quote was taken back.');
    } else if (answer.version !== body.version) {
      this.#refuse(command, 'QUOTE_SUPERSEDED', `Version ${answer.version} replaced it.`);
    } else {
      this.#trade(view, answer.user, body.account, view.side, body.price);
    }
  }

  #quote(view: RfqView, { account, price }: SubmitQuote): void {
    const { id } = this.#options.user;
    const [own] = view.quotes;
    const next = { status: 'ACTIVE' as const, quoteId: own?.quoteId ?? this.#options.newId(), price };
    this.#answer(view.rfqId, id, { ...next, version: (own?.version ?? 0) + 1 }, account);
    if (own?.status === 'ACTIVE') return;
    this.#after(6_000 + this.#options.random() * 10_000, () => {
      const now = this.#views.get(view.rfqId);
      const standing = now?.quotes[0];
      if (now?.status !== 'OPEN' || standing?.status !== 'ACTIVE' || !standing.price) return;
      if (this.#options.random() < 0.3) this.#end(now, 'TRADED');
      else this.#trade(now, id, account, now.side === 'BUY' ? 'SELL' : 'BUY', standing.price);
    });
  }

  #trade(view: RfqView, user: string, account: string, side: 'BUY' | 'SELL', price: Price): void {
    const quotes = view.quotes.map(each => ({
      ...each,
      status: each.user === user ? ('TRADED' as const) : endOf(each.status, 'DONE_AWAY'),
    }));
    this.#options.holdings.book({ account, instrument: view.instrument, side }, view.quantity, price);
    this.#change(view, { status: 'TRADED', quotes, executionId: `${view.rfqId}/${side}` });
  }

  #end(view: RfqView, status: 'TRADED' | 'CANCELLED' | 'EXPIRED'): void {
    const fate = status === 'TRADED' ? 'DONE_AWAY' : status;
    const quotes = view.quotes.map(each => ({ ...each, status: endOf(each.status, fate) }));
    this.#change(view, { status, quotes });
  }

  #answer(rfqId: string, user: string, next: Partial<RfqView['quotes'][number]>, account?: string): void {
    const view = this.#views.get(rfqId);
    if (view?.status !== 'OPEN') return;
    const quotes = view.quotes.map(each => {
      if (each.user !== user) return each;
      const { price: _, ...kept } = each;
      return { ...kept, ...next };
    });
    this.#change(view, account ? { quotes, account } : { quotes });
  }

  #open(terms: Omit<RfqView, 'status' | 'version' | 'at'>): void {
    this.#change({ ...terms, status: 'OPEN', version: 0, at: terms.requestedAt }, {});
    this.#after(Date.parse(terms.expiresAt) - Date.now(), () => {
      const view = this.#views.get(terms.rfqId);
      if (view?.status === 'OPEN') this.#end(view, 'EXPIRED');
    });
    const [oldest] = this.#views.keys();
    if (this.#views.size > REQUESTS_KEPT && oldest) this.#views.delete(oldest);
  }

  #change(view: RfqView, change: Partial<RfqView>): void {
    const next = { ...view, ...change, version: view.version + 1, at: new Date().toISOString() };
    this.#views.set(view.rfqId, next);
    this.#options.tell(next);
  }

  #refuse(command: Exclude<RfqCommand, { type: 'rfq.request' }>, reason: string, text: string): void {
    const { rfqId, account } = command.body;
    const user = this.#options.user.id;
    const at = new Date().toISOString();
    this.#options.refused({ rfqId, commandId: commandIdOf(command), account, user, reason, text, at });
  }

  #me() {
    return { user: this.#options.user.id, firm: this.#options.user.firm };
  }

  #life(ms: number): Pick<RfqView, 'requestedAt' | 'expiresAt'> {
    const now = Date.now();
    return { requestedAt: new Date(now).toISOString(), expiresAt: new Date(now + ms).toISOString() };
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

function endOf(status: RfqView['quotes'][number]['status'], fate: 'DONE_AWAY' | 'CANCELLED' | 'EXPIRED') {
  return status === 'REQUESTED' || status === 'ACTIVE' ? fate : status;
}

function pick<T>(from: readonly T[], random: () => number): T {
  return from[Math.floor(random() * from.length)] as T;
}
