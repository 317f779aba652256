import type {
  OwnPresence,
  Person,
  PresenceChoice,
  PresenceChosen,
  PresenceRefused,
  Session,
} from '@ringside/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { assertNever } from './assert-never.ts';
import type { Answer, Dispatch } from './dispatch.ts';
import { type NextFrame, RowStore } from './row-store.ts';

/** What one wants to be seen as, and how far the last wish came. */
export interface OwnState {
  /** Null until it is known. */
  chosen: OwnPresence | null;
  wish: Wish;
}

export type Wish =
  | { kind: 'none' }
  /** On its way; asked so many times without an answer. */
  | { kind: 'sending'; commandId: string; status: PresenceChoice; asked: number }
  | { kind: 'refused'; reason: string };

interface PeopleOptions {
  session: Pick<Session, 'call'>;
  dispatch: Pick<Dispatch, 'send'>;
  nextFrame: NextFrame;
  newId(): string;
}

/** Everybody who trades, how each is seen, and how one wants to be seen oneself. */
export class People {
  readonly rows: RowStore<Person>;
  readonly own: StoreApi<OwnState> = createStore<OwnState>(() => ({ chosen: null, wish: { kind: 'none' } }));
  readonly #options: PeopleOptions;

  constructor(options: PeopleOptions) {
    this.#options = options;
    this.rows = new RowStore(options.nextFrame);
  }

  /** The higher version wins, whichever way it came. */
  seen(people: readonly Person[]): void {
    for (const person of people) {
      const known = this.rows.get(person.user);
      if (!known || known.version < person.version) this.rows.set(person.user, person);
    }
  }

  /** With each connection. What cannot be read now is told by the channel, and read with the next one. */
  async load(): Promise<void> {
    type Presence = { users: Person[]; own: OwnPresence };
    const presence = await this.#options.session.call<Presence>('GET', '/api/presence').catch(() => null);
    if (!presence) return;
    this.seen(presence.users);
    this.#choose(presence.own);
  }

  /** Wishes to be seen so, unless an earlier wish has no outcome yet. */
  wish(status: PresenceChoice, message: string): void {
    const { newId, dispatch } = this.#options;
    if (this.own.getState().wish.kind === 'sending') return;
    const commandId = newId();
    const words = message.trim();
    const body = { clientCommandId: commandId, status, ...(words === '' ? {} : { message: words }) };
    this.own.setState({ wish: { kind: 'sending', commandId, status, asked: 0 } });
    dispatch.send({ type: 'presence.set', body }, answer => this.#answered(commandId, status, answer));
  }

  chosen(chosen: PresenceChosen): void {
    const { status, message, version } = chosen;
    this.#choose({ status, version, ...(message === undefined ? {} : { message }) });
    this.#end(chosen.clientCommandId, { kind: 'none' });
  }

  refused({ commandId, text }: PresenceRefused): void {
    this.#end(commandId, { kind: 'refused', reason: text });
  }

  #choose(chosen: OwnPresence): void {
    const known = this.own.getState().chosen;
    if (!known || known.version < chosen.version) this.own.setState({ chosen });
  }

  #answered(commandId: string, status: PresenceChoice, answer: Answer): void {
    const { wish } = this.own.getState();
    if (wish.kind !== 'sending' || wish.commandId !== commandId) return;
    if (answer.kind === 'unknown') {
      this.own.setState({ wish: { kind: 'sending', commandId, status, asked: answer.asked } });
      return;
    }
    const { outcome } = answer;
    switch (outcome.kind) {
      case 'received':
        // Its effect is told on the inbox.
        return;
      case 'refused':
        this.#end(commandId, { kind: 'refused', reason: outcome.refusal.message });
        return;
      case 'unknown':
        this.#end(commandId, { kind: 'refused', reason: 'Nobody answered. It may have happened.' });
        return;
      default:
        assertNever(outcome);
    }
  }

  #end(commandId: string, wish: Wish): void {
    const { wish: known } = this.own.getState();
    if (known.kind === 'sending' && known.commandId === commandId) this.own.setState({ wish });
  }
}
