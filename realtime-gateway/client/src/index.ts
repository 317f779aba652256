export type { ActivityEntry, ActivityKind } from './activity.ts';
export {
  ACKNOWLEDGED_AT_ONCE_MAX,
  type AcknowledgeAlerts,
  ALERTS_CHANNEL,
  type AlertEvent,
  type AlertKind,
  type AlertRefused,
  type AlertSeverity,
  type AlertState,
  type AlertsAcknowledged,
  followAlerts,
  type LimitReached,
} from './alerts.ts';
export { backoffMs, RETRY_MAX_MS } from './backoff.ts';
export { type Verdict, verdictOf } from './close-codes.ts';
export { type Command, commandIdOf } from './command.ts';
export type { CommandListener, CommandOutcome } from './commands.ts';
export { Connection, connect } from './connection.ts';
export { type ChannelHandler, Handlers, type PushHandler } from './handlers.ts';
export { INPUT_PACE_MS } from './input-signal.ts';
export { untilLive } from './live.ts';
export {
  followPresence,
  type OwnPresence,
  type Person,
  PRESENCE_MESSAGE_CHARACTERS_MAX,
  type PresenceChoice,
  type PresenceChosen,
  type PresenceRefused,
  type PresenceStatus,
  type SetPresence,
} from './presence.ts';
export type { Position, Push, Refusal, Subscribed } from './protocol.ts';
export type { PushBodies, PushType, TypedPush } from './push-types.ts';
export type {
  AmendOrder,
  CancelOrder,
  CancelOrders,
  CommandRefused,
  Decimal,
  Instrument,
  MassCancelReport,
  Money,
  OrderState,
  OrderStatus,
  OrderType,
  PositionValuation,
  Price,
  Quantity,
  Quote,
  Received,
  Side,
  SubmitOrder,
  TimeInForce,
} from './records.ts';
export {
  type AcceptQuote,
  type CancelRfq,
  type Counterparty,
  type PassRfq,
  type QuoteStatus,
  type RequestQuotes,
  RFQ_COUNTERPARTIES_MAX,
  RFQ_LIFE_SECONDS_MAX,
  RFQ_LIFE_SECONDS_MIN,
  type RfqQuote,
  type RfqRefused,
  type RfqRole,
  type RfqStatus,
  type RfqView,
  type SubmitQuote,
} from './rfq.ts';
export {
  memoryStore,
  Problem,
  Session,
  type SessionOptions,
  type SessionTokens,
  type SignIn,
  type TokenStore,
  type User,
} from './session.ts';
export type { ConnectionState, ConnectOptions, Ticket, Traffic } from './state.ts';
export type { ChannelListener } from './subscriptions.ts';
export { browserSurroundings, type Socket, type Surroundings } from './surroundings.ts';
export {
  followSystem,
  SYSTEM_CHANNEL,
  type SystemNotification,
  type SystemNotificationEnded,
  type SystemSeverity,
} from './system.ts';
export {
  type AlgorithmDecision,
  decisionsChannel,
  type EmergencyStop,
  type SessionMetrics,
  type SessionRiskAlert,
  type SessionState,
  type SessionStatus,
  sessionChannel,
  type VolatilityAlert,
  volatilityChannel,
} from './trading-session.ts';
export { TRANSPORTS, type Transport } from './transport.ts';
