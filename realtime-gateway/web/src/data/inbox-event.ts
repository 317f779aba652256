import type {
  AlertRefused,
  CommandRefused,
  MassCancelReport,
  OrderState,
  PresenceChosen,
  PresenceRefused,
  Push,
  RfqRefused,
  RfqView,
} from '@ringside/client';
import type { InboxEvent } from './feed-messages.ts';

/** A notice of a kind that this page does not know is for a newer one. */
export function inboxEventOf({ type, data }: Push): InboxEvent | null {
  switch (type) {
    case 'order.updated':
      return { kind: 'order', order: data as OrderState };
    case 'command.refused':
      return { kind: 'refused', refused: data as CommandRefused };
    case 'orders.mass-cancel':
      return { kind: 'mass-cancel', report: data as MassCancelReport };
    case 'rfq.updated':
      return { kind: 'rfq', view: data as RfqView };
    case 'rfq.refused':
      return { kind: 'rfq-refused', refused: data as RfqRefused };
    case 'presence.chosen':
      return { kind: 'presence-chosen', chosen: data as PresenceChosen };
    case 'presence.refused':
      return { kind: 'presence-refused', refused: data as PresenceRefused };
    case 'alert.refused':
      return { kind: 'alert-refused', refused: data as AlertRefused };
    default:
      return null;
  }
}
