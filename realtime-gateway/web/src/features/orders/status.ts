import type { OrderStatus } from '@ringside/client';
import type { Shape, Tone } from '../../design/StatusMark.tsx';

interface StatusLook {
  word: string;
  tone: Tone;
  shape: Shape;
}

const LOOKS: Record<OrderStatus, StatusLook> = {
  PENDING_NEW: { word: 'Received', tone: 'accent', shape: 'ring' },
  NEW: { word: 'Working', tone: 'accent', shape: 'full' },
  PARTIALLY_FILLED: { word: 'Part filled', tone: 'warning', shape: 'half' },
  FILLED: { word: 'Filled', tone: 'up', shape: 'full' },
  PENDING_CANCEL: { word: 'Cancelling', tone: 'warning', shape: 'ring' },
  PENDING_REPLACE: { word: 'Amending', tone: 'warning', shape: 'ring' },
  CANCELLED: { word: 'Cancelled', tone: 'neutral', shape: 'dash' },
  EXPIRED: { word: 'Expired', tone: 'neutral', shape: 'dash' },
  REJECTED: { word: 'Rejected', tone: 'down', shape: 'cross' },
};

/** A status of the future is shown as it is named rather than not at all. */
export function statusLook(status: OrderStatus): StatusLook {
  return LOOKS[status] ?? { word: status, tone: 'neutral', shape: 'ring' };
}

export const SIDE_WORDS = { BUY: 'Buy', SELL: 'Sell' } as const;
export const TYPE_WORDS = { MARKET: 'Market', LIMIT: 'Limit' } as const;
export const TIF_WORDS = { DAY: 'Day', IOC: 'IOC', FOK: 'FOK', GTC: 'GTC', GTD: 'GTD' } as const;
