export { backoffMs, RETRY_MAX_MS } from './backoff.ts';
export { type Verdict, verdictOf } from './close-codes.ts';
export type { CommandListener, CommandOutcome } from './commands.ts';
export { Connection, connect } from './connection.ts';
export type { Command, Position, Push, Refusal, Subscribed } from './protocol.ts';
export type {
  CancelOrder,
  CommandRefused,
  Decimal,
  Instrument,
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
  Problem,
  Session,
  type SessionOptions,
  type SessionTokens,
  type TokenStore,
  type User,
} from './session.ts';
export type { ConnectionState, ConnectOptions, Ticket, Traffic } from './state.ts';
export type { ChannelListener } from './subscriptions.ts';
export { browserSurroundings, type Socket, type Surroundings } from './surroundings.ts';
