import type {
  AlertEvent,
  AlertRefused,
  Command,
  CommandOutcome,
  CommandRefused,
  ConnectionState,
  MassCancelReport,
  OrderState,
  Person,
  Position,
  PositionValuation,
  PresenceChosen,
  PresenceRefused,
  Quote,
  RfqRefused,
  RfqView,
  Subscribed,
  SystemNotification,
  Ticket,
  Traffic,
} from '@ringside/client';

/** What the page tells the worker that holds the socket. */
export type ToFeed =
  | { kind: 'open'; url: string; client: string; accounts: string[]; position: Position | null }
  | { kind: 'ticket'; id: number; ticket: Ticket }
  | { kind: 'command'; id: number; command: Command }
  | { kind: 'visible'; visible: boolean }
  | { kind: 'input' }
  | { kind: 'wake' }
  | { kind: 'network-lost' }
  | { kind: 'close' };

/** Notices of the user's own channel, in their order. None is ever conflated. */
export type InboxEvent =
  | { kind: 'restored'; how: Subscribed }
  | { kind: 'order'; order: OrderState }
  | { kind: 'refused'; refused: CommandRefused }
  | { kind: 'mass-cancel'; report: MassCancelReport }
  | { kind: 'rfq'; view: RfqView }
  | { kind: 'rfq-refused'; refused: RfqRefused }
  | { kind: 'presence-chosen'; chosen: PresenceChosen }
  | { kind: 'presence-refused'; refused: PresenceRefused }
  | { kind: 'alert-refused'; refused: AlertRefused };

/** What happened since the last batch: the latest quote and valuation per key, every notice. */
export interface FeedBatch {
  quotes: Quote[];
  valuations: PositionValuation[];
  people: Person[];
  inbox: InboxEvent[];
  /** None is ever left out. */
  alerts: AlertEvent[];
  /** What operators tell, all that holds; null while nothing of it changes. */
  system: SystemNotification[] | null;
  position: Position | null;
  traffic: Traffic;
}

export type FromFeed =
  | { kind: 'ticket-wanted'; id: number }
  | { kind: 'connection'; state: ConnectionState }
  | { kind: 'batch'; batch: FeedBatch }
  | { kind: 'outcome'; id: number; outcome: CommandOutcome }
  | { kind: 'unknown'; id: number; asked: number };
