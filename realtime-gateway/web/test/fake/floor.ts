import type {
  Command,
  OrderState,
  PositionValuation,
  Push,
  Received,
  SystemNotification,
} from '@ringside/client';
// By its path: the build tool reads this before it knows where to find the package's sources.
import { commandIdOf } from '../../../client/src/command.ts';
import { FakeAlerts } from './alerts.ts';
import { FakeHoldings } from './holdings.ts';
import { FakeInbox } from './inbox.ts';
import { FakeMarket } from './market.ts';
import { FakePeople } from './people.ts';
import { FakeRequests, isRfqCommand } from './requests.ts';
import { seeded } from './seed.ts';
import { FakeSignIns } from './sign-ins.ts';
import { FakeVenue } from './venue.ts';

export const USER = {
  id: 'ann',
  name: 'Ann Keller',
  firm: 'Northgate Metals',
  role: 'trader',
  accounts: ['NORTH-1', 'NORTH-2'],
};
export const PASSWORD = 'ringside';

const TICK_EVERY_MS = 250;
const FLOOD_EVERY_MS = 20;

/** The whole fake floor: market, venue, one user's inbox, and whoever listens. */
export class FakeFloor {
  readonly random = seeded(7);
  readonly market = new FakeMarket(this.random);
  readonly inbox = new FakeInbox(`INBOX-${Date.now()}`, this.random);
  readonly listeners = new Set<(push: Push) => void>();
  readonly holdings: FakeHoldings;
  readonly venue: FakeVenue;
  readonly requests: FakeRequests;
  readonly people: FakePeople;
  readonly alerts: FakeAlerts;
  readonly signIns = new FakeSignIns(Date.now());
  /** What an operator tells. */
  readonly system: SystemNotification[] = [];
  /** Milliseconds between a command's receipt and its outcome. */
  delayMs = 15;
  /** Commands are taken and not answered, to see the unknown. */
  mute = false;
  #sequence = 0;
  #timer: NodeJS.Timeout;
  #flood: NodeJS.Timeout | undefined;

  constructor() {
    this.holdings = new FakeHoldings(this.market, valuation => this.#tellValuation(valuation));
    this.venue = new FakeVenue(this.market, this.holdings, () => this.newId(), {
      order: order => {
        this.#tell(this.inbox.append('order.updated', order));
        if (order.status === 'REJECTED') this.alerts.rejected(order);
      },
      refused: (command, reason, text) =>
        this.#tell(
          this.inbox.append('command.refused', {
            clientOrderId: command.clientOrderId,
            account: command.account,
            user: USER.id,
            reason,
            text,
            at: new Date().toISOString(),
          }),
        ),
    });
    this.requests = new FakeRequests({
      market: this.market,
      holdings: this.holdings,
      random: this.random,
      newId: () => this.newId(),
      user: { id: USER.id, firm: 'northgate' },
      tell: view => this.#tell(this.inbox.append('rfq.updated', view)),
      refused: refused => this.#tell(this.inbox.append('rfq.refused', refused)),
    });
    this.people = new FakePeople(USER, this.random, {
      changed: data => this.#tell({ channel: 'presence', type: 'presence.changed', data }),
      chosen: chosen => this.#tell(this.inbox.append('presence.chosen', chosen)),
    });
    this.alerts = new FakeAlerts(this.random, () => this.newId(), { push: push => this.#tell(push) });
    this.#timer = setInterval(() => this.tick(), TICK_EVERY_MS);
  }

  tick(): void {
    for (const quote of this.market.tick()) this.#tell({ channel: 'quotes.*', type: 'quote', data: quote });
    this.venue.match();
    for (const valuation of this.holdings.valuations()) this.#tellValuation(valuation);
  }

  stale(instrument: string, stale: boolean): void {
    const quote = this.market.stale(instrument, stale);
    if (quote) this.#tell({ channel: 'quotes.*', type: 'quote', data: quote });
  }

  /** An operator tells everybody. */
  notify(severity: SystemNotification['severity'], text: string): void {
    const at = new Date().toISOString();
    const told = { notificationId: this.newId(), severity, text, from: at, version: 1, at };
    this.system.push(told);
    this.#tell({ channel: 'system', type: 'system.notification', data: told });
  }

  receive(command: Command): Received {
    this.#sequence += 1;
    setTimeout(() => {
      if (command.type === 'order.submit') this.venue.submit(USER.id, command.body);
      else if (command.type === 'order.cancel') this.venue.cancel(command.body);
      else if (command.type === 'order.amend') this.venue.amend(command.body);
      else if (command.type === 'order.cancel-all') {
        const report = { ...this.venue.cancelAll(command.body), user: USER.id };
        this.#tell(this.inbox.append('orders.mass-cancel', report));
      } else if (isRfqCommand(command)) this.requests.receive(command);
      else if (command.type === 'presence.set') this.people.choose(command.body);
      else if (command.type === 'alert.acknowledge') this.alerts.acknowledge(command.body, USER.id);
    }, this.delayMs);
    const at = new Date().toISOString();
    return { commandId: commandIdOf(command), stream: 'COMMANDS', sequence: this.#sequence, at };
  }

  orders(): OrderState[] {
    return [...this.venue.orders.values()].filter(order => order.version > 0).reverse();
  }

  newId(): string {
    const hex = Date.now().toString(16).padStart(12, '0');
    const rest = () =>
      Math.floor(this.random() * 0x10000)
        .toString(16)
        .padStart(4, '0');
    return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest().slice(1)}-8${rest().slice(1)}-${rest()}${rest()}${rest()}`;
  }

  /** Many resting orders and many changes of them a second, to see what the page can bear. */
  flood(orders: number, changesPerSecond: number): void {
    for (let i = 0; i < orders; i++) this.venue.rest(USER.id, USER.accounts[0] ?? '', i);
    clearInterval(this.#flood);
    const perTick = changesPerSecond / (1_000 / FLOOD_EVERY_MS);
    if (changesPerSecond === 0) return;
    this.#flood = setInterval(() => {
      const keys = [...this.venue.orders.keys()];
      for (let i = 0; i < perTick; i++) {
        const key = keys[Math.floor(this.random() * keys.length)];
        if (key) this.venue.touch(key);
      }
    }, FLOOD_EVERY_MS);
  }

  close(): void {
    this.requests.close();
    this.people.close();
    clearInterval(this.#flood);
    clearInterval(this.#timer);
  }

  #tellValuation(data: PositionValuation): void {
    this.#tell({ channel: `valuations.${data.account}`, type: 'valuation', data });
  }

  #tell(push: Push): void {
    for (const listener of this.listeners) listener(push);
  }
}
