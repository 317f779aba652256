import type {
  AcknowledgeAlerts,
  AlertState,
  AlertsAcknowledged,
  OrderState,
  Quantity,
} from '@ringside/client';
import { FakeInbox } from './inbox.ts';

interface Hearing {
  push(push: ReturnType<FakeInbox['append']>): void;
}

/** What the user of the fake has to acknowledge. */
export class FakeAlerts {
  readonly channel: FakeInbox;
  readonly #open = new Map<string, AlertState>();
  readonly #newId: () => string;
  readonly #hearing: Hearing;

  constructor(random: () => number, newId: () => string, hearing: Hearing) {
    this.channel = new FakeInbox(`ALERTS-${Date.now()}`, random, 'alerts');
    this.#newId = newId;
    this.#hearing = hearing;
  }

  open(): AlertState[] {
    return [...this.#open.values()].reverse();
  }

  rejected(order: OrderState): void {
    this.#raise({
      kind: 'ORDER_REJECTED',
      severity: 'CRITICAL',
      account: order.account,
      instrument: order.instrument,
      orderId: order.orderId,
      clientOrderId: order.clientOrderId,
      reason: order.reason ?? '',
      text: order.text ?? '',
    });
  }

  /** As if a limit had been reached. */
  reached(account: string, instrument: string, level: number): void {
    this.#raise({
      kind: 'LIMIT_REACHED',
      severity: level < 90 ? 'WARNING' : 'CRITICAL',
      account,
      instrument,
      limit: {
        limit: 'NET_POSITION',
        level,
        used: `${level + 2}.5` as Quantity,
        maximum: '100.0' as Quantity,
      },
      text: `${account} has reached ${level} % of its net position limit, counting open orders.`,
    });
  }

  acknowledge({ clientCommandId, alertIds }: AcknowledgeAlerts, user: string): void {
    const done = alertIds.filter(id => this.#open.delete(id));
    const told: AlertsAcknowledged = {
      clientCommandId,
      user,
      alertIds: done,
      already: alertIds.filter(id => !done.includes(id)),
      unacknowledged: this.#open.size,
      at: new Date().toISOString(),
    };
    this.#hearing.push(this.channel.append('alert.acknowledged', told));
  }

  #raise(
    what: Pick<AlertState, 'kind' | 'severity' | 'account' | 'instrument' | 'text'> & Partial<AlertState>,
  ) {
    const at = new Date().toISOString();
    const state = { alertId: this.#newId(), user: 'ann', count: 1, raisedAt: at, lastAt: at, version: 1 };
    const alert: AlertState = { ...state, ...what };
    this.#open.set(alert.alertId, alert);
    this.#hearing.push(this.channel.append('alert.raised', alert));
  }
}
