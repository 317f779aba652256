import type { Connection } from './connection.ts';
import type { Position, Push, Subscribed } from './protocol.ts';
import type { Quantity } from './records.ts';

/** PROTOCOL.md §6: what a user has to know and to acknowledge. */
export type AlertKind = 'LIMIT_REACHED' | 'ORDER_REJECTED';
export type AlertSeverity = 'WARNING' | 'CRITICAL';

/** Alerts of one acknowledgement. */
export const ACKNOWLEDGED_AT_ONCE_MAX = 100;

/** How far a limit is used: `level` is the highest of 75, 90 and 100 per cent that was reached. */
export interface LimitReached {
  limit: 'NET_POSITION';
  level: number;
  used: Quantity;
  maximum: Quantity;
}

/** The whole state of an alert; of two, the one with the higher version is the newer. */
export interface AlertState {
  alertId: string;
  user: string;
  kind: AlertKind;
  severity: AlertSeverity;
  account: string;
  instrument: string;
  orderId?: string;
  clientOrderId?: string;
  /** Why an order was rejected. */
  reason?: string;
  limit?: LimitReached;
  /** For a person. */
  text: string;
  /** How often it came about while nobody had acknowledged it. */
  count: number;
  raisedAt: string;
  lastAt: string;
  acknowledgedAt?: string;
  acknowledgedBy?: string;
  version: number;
}

export interface AcknowledgeAlerts {
  clientCommandId: string;
  /** 1 to {@link ACKNOWLEDGED_AT_ONCE_MAX}, no one twice. */
  alertIds: string[];
}

/** The outcome of an acknowledgement, told to all devices of the user. */
export interface AlertsAcknowledged {
  /** By which the device that sent it knows its own. */
  clientCommandId: string;
  user: string;
  alertIds: string[];
  /** Those that had been acknowledged before. */
  already: string[];
  /** How many are left. */
  unacknowledged: number;
  at: string;
}

/** A received command had no effect on these alerts; on none of those that it named, if there are none here. */
export interface AlertRefused {
  commandId: string;
  user: string;
  alertIds: string[];
  reason: string;
  text: string;
  at: string;
}

/** What happened to the user's alerts, in order. None is ever left out unsaid. */
export type AlertEvent =
  /** Where it goes on; after a gap the state is to be read by HTTP. */
  | { kind: 'restored'; how: Subscribed }
  | { kind: 'raised'; alert: AlertState }
  /** It came about once more; it is no other alert. */
  | { kind: 'repeated'; alert: AlertState }
  | { kind: 'acknowledged'; acknowledged: AlertsAcknowledged };

export const ALERTS_CHANNEL = 'alerts';

/** Tells what happens to the user's alerts, across reconnections, until the answer is called. */
export function followAlerts(
  connection: Pick<Connection, 'subscribe'>,
  heard: (event: AlertEvent) => void,
  position: Position | null = null,
): () => void {
  return connection.subscribe(
    ALERTS_CHANNEL,
    {
      restored: how => heard({ kind: 'restored', how }),
      push: push => {
        const event = eventOf(push);
        if (event) heard(event);
      },
    },
    position,
  );
}

/** A push of a kind that is not known here is for a newer client. */
function eventOf({ type, data }: Push): AlertEvent | null {
  switch (type) {
    case 'alert.raised':
      return { kind: 'raised', alert: data as AlertState };
    case 'alert.repeated':
      return { kind: 'repeated', alert: data as AlertState };
    case 'alert.acknowledged':
      return { kind: 'acknowledged', acknowledged: data as AlertsAcknowledged };
    default:
      return null;
  }
}
