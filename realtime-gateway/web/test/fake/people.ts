import type { OwnPresence, Person, PresenceChosen, PresenceStatus, SetPresence } from '@ringside/client';

type Row = [
  user: string,
  name: string,
  firm: string,
  firmName: string,
  status: PresenceStatus,
  message?: string,
];

const ROWS: Row[] = [
  ['bob', 'Bob Keller', 'kestrel', 'Kestrel Capital', 'ACTIVE'],
  ['kim', 'Kim Lindqvist', 'kestrel', 'Kestrel Capital', 'AWAY'],
  ['carol', 'Carol North', 'harbour', 'Harbour Street Metals', 'BUSY', 'Closing the month, mail is better'],
  ['dave', 'Dave Okafor', 'harbour', 'Harbour Street Metals', 'OFFLINE', 'Back on Monday'],
  ['erin', 'Erin Sato', 'northgate', 'Northgate Metals', 'ACTIVE'],
];
const STATUSES: PresenceStatus[] = ['ACTIVE', 'ACTIVE', 'AWAY', 'BUSY', 'OFFLINE'];
const CHANGE_EVERY_MS = 9_000;
const HOUR_MS = 3_600_000;

interface Listener {
  changed(batch: { batch: number; people: Person[] }): void;
  chosen(chosen: PresenceChosen): void;
}

/** People who come and go by themselves, and the one who looks on. */
export class FakePeople {
  own: OwnPresence = { status: 'AUTO', version: 0 };
  readonly #people = new Map<string, Person>();
  readonly #user: string;
  readonly #random: () => number;
  readonly #listener: Listener;
  readonly #timer: NodeJS.Timeout;
  #batch = 0;

  constructor(user: { id: string; name: string; firm: string }, random: () => number, listener: Listener) {
    this.#user = user.id;
    this.#random = random;
    this.#listener = listener;
    const self: Row = [user.id, user.name, 'northgate', user.firm, 'ACTIVE'];
    for (const [id, name, firm, firmName, status, message] of [self, ...ROWS]) {
      const at = new Date(Date.now() - Math.floor(random() * HOUR_MS)).toISOString();
      this.#people.set(id, {
        user: id,
        name,
        firm,
        firmName,
        status,
        ...(message ? { message } : {}),
        since: at,
        ...(status === 'OFFLINE' ? { lastSeenAt: at } : {}),
        version: 1,
      });
    }
    this.#timer = setInterval(() => this.#somebodyMoves(), CHANGE_EVERY_MS);
  }

  whole(): { batch: number; people: Person[] } {
    return { batch: this.#batch, people: [...this.#people.values()] };
  }

  choose({ clientCommandId, status, message }: SetPresence): void {
    const words = message === undefined ? {} : { message };
    this.own = { status, ...words, version: this.own.version + 1 };
    const at = new Date().toISOString();
    this.#listener.chosen({ clientCommandId, user: this.#user, ...this.own, at });
    const self = this.#people.get(this.#user);
    if (self) {
      const { message: _, ...rest } = self;
      this.#move({ ...rest, ...words }, status === 'AUTO' ? 'ACTIVE' : status);
    }
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #somebodyMoves(): void {
    const others = [...this.#people.values()].filter(person => person.user !== this.#user);
    const person = others[Math.floor(this.#random() * others.length)];
    const status = STATUSES[Math.floor(this.#random() * STATUSES.length)];
    if (person && status && status !== person.status) this.#move(person, status);
  }

  #move({ lastSeenAt: _, ...person }: Person, status: PresenceStatus): void {
    const at = new Date().toISOString();
    const seen = status === 'OFFLINE' ? { lastSeenAt: at } : {};
    const moved = { ...person, ...seen, status, since: at, version: person.version + 1 };
    this.#people.set(person.user, moved);
    this.#batch += 1;
    this.#listener.changed({ batch: this.#batch, people: [moved] });
  }
}
