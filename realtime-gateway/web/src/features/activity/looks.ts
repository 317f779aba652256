import type { ActivityEntry, ActivityKind, OrderStatus } from '@ringside/client';
import { type Stage, stageOf } from '../../data/activity-wish.ts';
import type { Shape, Tone } from '../../design/StatusMark.tsx';
import { statusLook } from '../orders/index.ts';

export const KIND_WORDS: Record<ActivityKind, string> = {
  ORDER: 'Order',
  RFQ_SENT: 'RFQ sent',
  RFQ_RECEIVED: 'RFQ received',
  TRANSACTION: 'Trade',
};

export const STAGE_WORDS: Record<Stage, string> = {
  executed: 'Executed',
  pending: 'Pending',
  ended: 'Ended without a trade',
};

/** Words of what is no order. */
const WORDS: Record<string, string> = {
  OPEN: 'Waiting',
  REQUESTED: 'To answer',
  ACTIVE: 'Quoted',
  PASSED: 'Passed',
  TRADED: 'Traded',
  DONE_AWAY: 'Done away',
  CANCELLED: 'Cancelled',
  EXPIRED: 'Expired',
};
const TONES: Record<Stage, Tone> = { executed: 'up', pending: 'warning', ended: 'down' };
const SHAPES: Record<Stage, Shape> = { executed: 'full', pending: 'ring', ended: 'dash' };
/** Nothing went wrong: somebody did not want to, or was not chosen. */
const NO_FAULT = new Set(['PASSED', 'DONE_AWAY']);

export interface Look {
  word: string;
  tone: Tone;
  shape: Shape;
}

/** Green is executed, yellow pending, red cancelled; the word and the shape say the same. */
export function lookOf({ kind, status, price }: Pick<ActivityEntry, 'kind' | 'status' | 'price'>): Look {
  const stage = stageOf(status);
  const tone = NO_FAULT.has(status) ? 'neutral' : TONES[stage];
  if (kind === 'ORDER') {
    const { word, shape } = statusLook(status as OrderStatus);
    return { word, tone, shape: stage === 'pending' && shape === 'full' ? 'ring' : shape };
  }
  const quoted = kind === 'RFQ_SENT' && status === 'OPEN' && price !== undefined;
  return { word: quoted ? 'Quoted' : (WORDS[status] ?? status), tone, shape: SHAPES[stage] };
}
