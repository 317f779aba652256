import { commandIdOf, type Position, type User } from '@ringside/client';
import type { FeedBatch, FromFeed, ToFeed } from '../../src/data/feed-messages.ts';
import { Floor } from '../../src/data/floor.ts';
import { anInstrument, COUNTERPARTIES, PEOPLE } from './records.ts';

const QUIET: FeedBatch = {
  quotes: [],
  valuations: [],
  people: [],
  inbox: [],
  alerts: [],
  system: null,
  position: null,
  traffic: { messages: 0, unreadable: 0, gaps: 0 },
};

/** A floor whose worker, gateway, clock and frames are the test. */
export class Stage {
  readonly sent: ToFeed[] = [];
  readonly answers = new Map<string, (path: string) => unknown>([
    ['/api/instruments', () => ({ instruments: [anInstrument()] })],
    ['/api/orders', () => ({ orders: [] })],
    ['/api/positions', () => ({ positions: [] })],
    ['/api/alerts', () => ({ alerts: [] })],
    ['/api/rfqs', () => ({ rfqs: [] })],
    ['/api/presence', () => ({ users: PEOPLE, own: { status: 'AUTO', version: 0 } })],
    ['/api/counterparties', () => ({ counterparties: COUNTERPARTIES })],
  ]);
  readonly user: User = {
    id: 'ann',
    name: 'Ann Keller',
    firm: 'North',
    role: 'trader',
    accounts: ['NORTH-1'],
  };
  readonly floor: Floor;
  now = Date.parse('2026-11-21T12:00:00Z');
  saved: Position | null = null;
  #receive: (message: FromFeed) => void = () => {};
  #frames: (() => void)[] = [];
  #ids = 0;

  constructor() {
    this.floor = new Floor({
      session: {
        call: async <T>(_method: string, path: string) => {
          const answer = this.answers.get(path.split('?')[0] ?? '');
          if (!answer) throw new Error(`nobody answers ${path}`);
          return answer(path) as T;
        },
        ticket: async () => ({ kind: 'ticket', ticket: 't' }),
      },
      user: this.user,
      openFeed: receive => {
        this.#receive = receive;
        return { send: message => this.sent.push(message), close: () => {} };
      },
      socketUrl: 'ws://gateway/ws',
      nextFrame: act => this.#frames.push(act),
      now: () => this.now,
      newId: () => {
        this.#ids += 1;
        return `o-${this.#ids}`;
      },
      positions: {
        load: () => this.saved,
        save: position => {
          this.saved = position;
        },
      },
    });
  }

  feed(message: FromFeed): void {
    this.#receive(message);
  }

  batch(change: Partial<FeedBatch>): void {
    this.#receive({ kind: 'batch', batch: { ...QUIET, ...change } });
    this.frame();
  }

  frame(): void {
    for (const act of this.#frames.splice(0)) act();
  }

  /** The connection is live and the books are read. */
  async live(): Promise<void> {
    this.feed({
      kind: 'connection',
      state: { kind: 'live', session: 's', transport: 'socket', told: false, roundTripMs: 3 },
    });
    await settle();
    this.frame();
  }

  /** Notices came that the gateway keeps no more. */
  losesNotices(): void {
    const position = { epoch: 'INBOX-1', sequence: 200 };
    const how = { mode: 'gap' as const, position, count: 0, firstAvailable: 200, reason: 'evicted' as const };
    this.batch({ inbox: [{ kind: 'restored', how }] });
  }

  /** The gateway has received the last command. */
  receives(): void {
    const { id, command } = this.lastCommand();
    const received = {
      commandId: commandIdOf(command),
      stream: 'COMMANDS',
      sequence: id,
      at: '2026-11-21T12:00:00Z',
    };
    this.feed({ kind: 'outcome', id, outcome: { kind: 'received', received } });
    this.frame();
  }

  commands() {
    return this.sent.filter(message => message.kind === 'command');
  }

  /** The body of the last command, and the number under which its answer comes. */
  lastCommand() {
    const message = this.commands().at(-1);
    if (message?.kind !== 'command') throw new Error('no command was sent');
    return message;
  }

  get submission() {
    return this.floor.state.getState().submission;
  }

  get news() {
    return this.floor.state.getState().toasts.map(toast => toast.news);
  }
}

export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
