import type { AcknowledgeAlerts } from './alerts.ts';
import type { SetPresence } from './presence.ts';
import type { AmendOrder, CancelOrder, CancelOrders, SubmitOrder } from './records.ts';
import type { AcceptQuote, CancelRfq, PassRfq, RequestQuotes, SubmitQuote } from './rfq.ts';

/** What a user may tell the floor to do: PROTOCOL.md §1, §3, §4 and §6. */
export type Command =
  | { type: 'order.submit'; body: SubmitOrder }
  | { type: 'order.cancel'; body: CancelOrder }
  | { type: 'order.amend'; body: AmendOrder }
  | { type: 'order.cancel-all'; body: CancelOrders }
  | { type: 'rfq.request'; body: RequestQuotes }
  | { type: 'rfq.quote'; body: SubmitQuote }
  | { type: 'rfq.accept'; body: AcceptQuote }
  | { type: 'rfq.pass'; body: PassRfq }
  | { type: 'rfq.cancel'; body: CancelRfq }
  | { type: 'presence.set'; body: SetPresence }
  | { type: 'alert.acknowledge'; body: AcknowledgeAlerts };

/** The id that its sender gave a command: `received` and a refusal name it. */
export function commandIdOf(command: Command): string {
  switch (command.type) {
    case 'order.submit':
    case 'order.cancel':
    case 'order.amend':
    case 'order.cancel-all':
      return command.body.clientOrderId;
    case 'rfq.request':
      return command.body.clientRfqId;
    case 'rfq.quote':
      return command.body.clientQuoteId;
    case 'rfq.accept':
    case 'rfq.pass':
    case 'rfq.cancel':
      return command.body.clientResponseId;
    case 'presence.set':
    case 'alert.acknowledge':
      return command.body.clientCommandId;
  }
}
