import type { AlertRefused, AlertState, AlertsAcknowledged } from './alerts.ts';
import type { Person, PresenceChosen, PresenceRefused } from './presence.ts';
import type { Push } from './protocol.ts';
import type { CommandRefused, MassCancelReport, OrderState, PositionValuation, Quote } from './records.ts';
import type { RfqRefused, RfqView } from './rfq.ts';
import type { SystemNotification, SystemNotificationEnded } from './system.ts';
import type {
  AlgorithmDecision,
  EmergencyStop,
  SessionRiskAlert,
  SessionState,
  VolatilityAlert,
} from './trading-session.ts';

/** What each type of push carries: PROTOCOL.md §8. */
export interface PushBodies {
  'order.updated': OrderState;
  'command.refused': CommandRefused;
  'orders.mass-cancel': MassCancelReport;
  'rfq.updated': RfqView;
  'rfq.refused': RfqRefused;
  'presence.chosen': PresenceChosen;
  'presence.refused': PresenceRefused;
  'alert.refused': AlertRefused;
  'alert.raised': AlertState;
  'alert.repeated': AlertState;
  'alert.acknowledged': AlertsAcknowledged;
  'presence.list': { batch: number; people: Person[] };
  'presence.changed': { batch: number; people: Person[] };
  quote: Quote;
  valuation: PositionValuation;
  'system.list': { notifications: SystemNotification[] };
  'system.notification': SystemNotification;
  'system.ended': SystemNotificationEnded;
  'session.status': SessionState;
  'session.stopped': EmergencyStop;
  'risk.alert': SessionRiskAlert;
  'algorithm.decision': AlgorithmDecision;
  'volatility.alert': VolatilityAlert;
}

export type PushType = keyof PushBodies;

/** A push whose type is known, and so is what it carries. */
export interface TypedPush<Type extends PushType> extends Push {
  type: Type;
  data: PushBodies[Type];
}

/** Lists that are left out on the wire when they are empty. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'rfq.updated': ['quotes'],
  'alert.refused': ['alertIds'],
  'alert.acknowledged': ['alertIds', 'already'],
  'presence.list': ['people'],
  'presence.changed': ['people'],
  'system.list': ['notifications'],
};

/** The push with the lists that the wire left out. */
export function complete(push: Push): Push {
  const lists = LISTS[push.type];
  if (!lists) return push;
  const empty = Object.fromEntries(lists.map(name => [name, []]));
  return { ...push, data: { ...empty, ...(push.data as object) } };
}
