import type { CancelOrders, CommandRefused, MassCancelReport, OrderState } from '@ringside/client';
import { isOpen, orderKey } from './rows.ts';

/** Which orders: all of an account, or those in one instrument or of one side. */
export type Scope = Omit<CancelOrders, 'clientOrderId'>;

/** How an order ended whose cancel was requested. An order that the venue kept is open still. */
export type Ending = 'cancelled' | 'filled' | 'ended' | 'kept';

/** One command for many orders, and what became of each. */
export interface MassCancel {
  id: string;
  scope: Scope;
  delivery: 'sent' | 'unknown' | { refused: string };
  report: MassCancelReport | null;
  endings: ReadonlyMap<string, Ending>;
  /** Notices are gone, this command's perhaps among them: nobody may wait for them. */
  incomplete: boolean;
}

export function massCancelOf(id: string, scope: Scope): MassCancel {
  return { id, scope, delivery: 'sent', report: null, endings: new Map(), incomplete: false };
}

export function matches(order: OrderState, { account, instrument, side }: Scope): boolean {
  return (
    isOpen(order) &&
    order.account === account &&
    (instrument === undefined || order.instrument === instrument) &&
    (side === undefined || order.side === side)
  );
}

/** After a newer state of an order: it counts once it has ended, or is worked again. */
export function afterMove(run: MassCancel, order: OrderState): MassCancel {
  if (order.cancelId !== run.id) return run;
  const ending = endingOf(order);
  return ending ? withEnding(run, orderKey(order), ending) : run;
}

/** A cancel that came too late tells of an order that may be somebody else's, whose end we are not told. */
export function afterRefusal(run: MassCancel, refused: CommandRefused): MassCancel {
  if (refused.clientOrderId !== run.id) return run;
  const { account, originalClientOrderId } = refused;
  if (originalClientOrderId === undefined) return run;
  const key = orderKey({ account, clientOrderId: originalClientOrderId });
  return run.endings.has(key) ? run : withEnding(run, key, 'ended');
}

/** Whether each order whose cancel was requested has ended, or no more will be told of them. */
export function isOver({ delivery, report, endings, incomplete }: MassCancel): boolean {
  if (typeof delivery === 'object' || incomplete) return true;
  return report !== null && endings.size >= report.requested;
}

function endingOf(order: OrderState): Ending | null {
  switch (order.status) {
    case 'CANCELLED':
      return 'cancelled';
    case 'FILLED':
      return 'filled';
    case 'EXPIRED':
    case 'REJECTED':
      return 'ended';
    case 'NEW':
    case 'PARTIALLY_FILLED':
      return 'kept';
    default:
      return null;
  }
}

function withEnding(run: MassCancel, key: string, ending: Ending): MassCancel {
  return { ...run, endings: new Map(run.endings).set(key, ending) };
}
