import type { AlertState } from '../alerts.ts';
import type { Push } from '../protocol.ts';
import type { PushBodies, PushType } from '../push-types.ts';
import type { OrderState } from '../records.ts';
import type { RfqView } from '../rfq.ts';
import type { SystemNotification, SystemSeverity } from '../system.ts';

/** Something that a person should read. */
export interface Notification {
  id: string;
  kind: 'alert' | 'system' | 'execution' | 'refusal' | 'request';
  severity: SystemSeverity;
  text: string;
  at: string;
  read: boolean;
}

type News = Omit<Notification, 'read'>;

/** What a push means for the list: what is new in it, what is to be read once more, what is gone. */
export interface Reading {
  news: News[];
  renewed: News[];
  gone: string[];
}

const NOTHING: Reading = { news: [], renewed: [], gone: [] };
const told = (...news: News[]): Reading => ({ ...NOTHING, news });

type Readers = { [Type in PushType]?: (data: PushBodies[Type]) => Reading };

const READERS: Readers = {
  'alert.raised': alert => told(ofAlert(alert)),
  'alert.repeated': alert => ({ ...NOTHING, renewed: [ofAlert(alert)] }),
  'system.list': ({ notifications }) => told(...notifications.map(ofSystem)),
  'system.notification': notification => told(ofSystem(notification)),
  'system.ended': ({ notificationId }) => ({ ...NOTHING, gone: [`system/${notificationId}`] }),
  'order.updated': ofOrder,
  'rfq.updated': ofRequest,
  'command.refused': ({ clientOrderId, text, at }) => told(refusal(clientOrderId, text, at)),
  'rfq.refused': ({ commandId, text, at }) => told(refusal(commandId, text, at)),
  'alert.refused': ({ commandId, text, at }) => told(refusal(commandId, text, at)),
  'presence.refused': ({ commandId, text, at }) => told(refusal(commandId, text, at)),
};

/** A push that nobody need read, or of a type that is not known here, is nothing. */
export function readingOf({ type, data }: Push): Reading {
  const reader = READERS[type as PushType] as ((data: unknown) => Reading) | undefined;
  return reader ? reader(data) : NOTHING;
}

function ofAlert({ alertId, severity, text, lastAt }: AlertState): News {
  return { id: `alert/${alertId}`, kind: 'alert', severity, text, at: lastAt };
}

function ofSystem({ notificationId, severity, text, from }: SystemNotification): News {
  return { id: `system/${notificationId}`, kind: 'system', severity, text, at: from };
}

/** A rejected order is an alert and told there. */
function ofOrder({ side, instrument, lastExecutionId, lastQuantity, lastPrice, at }: OrderState): Reading {
  if (lastExecutionId === undefined) return NOTHING;
  const verb = side === 'BUY' ? 'Bought' : 'Sold';
  const text = `${verb} ${lastQuantity} ${instrument} at ${lastPrice}.`;
  return told({ id: `execution/${lastExecutionId}`, kind: 'execution', severity: 'INFO', text, at });
}

/** Somebody wants a price from this user. */
function ofRequest({
  rfqId,
  role,
  status,
  side,
  quantity,
  instrument,
  quotes,
  requestedAt,
}: RfqView): Reading {
  const waits = status === 'OPEN' && quotes.every(quote => quote.status === 'REQUESTED');
  if (role !== 'COUNTERPARTY' || !waits) return NOTHING;
  const verb = side === 'BUY' ? 'buy' : 'sell';
  const text = `Somebody wants to ${verb} ${quantity} ${instrument} and asks for a price.`;
  return told({ id: `request/${rfqId}`, kind: 'request', severity: 'INFO', text, at: requestedAt });
}

function refusal(commandId: string, text: string, at: string): News {
  return { id: `refusal/${commandId}`, kind: 'refusal', severity: 'WARNING', text, at };
}
