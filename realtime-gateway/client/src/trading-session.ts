import type { Money, Price, Quantity } from './records.ts';

/**
 * Sessions in which an algorithm trades, and what the risk desk tells: PROTOCOL.md §8. No gateway tells these yet;
 * until one does, their channels are refused with NOT_FOUND.
 */
export type SessionStatus = 'ACTIVE' | 'PAUSED' | 'COMPLETED' | 'EXPIRED' | 'EMERGENCY_STOPPED';

/** The whole state of a trading session; of two, the one with the higher version is the newer. */
export interface SessionState {
  sessionId: string;
  status: SessionStatus;
  metrics: SessionMetrics;
  version: number;
  at: string;
}

export interface SessionMetrics {
  /** Realised and unrealised, in `currency`. */
  profitAndLoss: Money;
  currency: string;
  totalTrades: number;
  /** How much of the loss limit is used, in per cent. */
  lossLimitUtilization: string;
  secondsElapsed: number;
  /** 0 to 100. */
  performanceScore: string;
}

export interface AlgorithmDecision {
  decisionId: string;
  sessionId: string;
  algorithmId: string;
  decision: 'BUY' | 'SELL' | 'HOLD' | 'CLOSE_POSITION';
  /** For a person. */
  reasoning: string;
  /** 0 to 1. */
  confidence: string;
  /** What the algorithm saw. */
  market: { instrument: string; price: Price; volume: Quantity };
  at: string;
}

export interface SessionRiskAlert {
  alertId: string;
  sessionId: string;
  level: 'WARNING' | 'CRITICAL' | 'EMERGENCY';
  cause: 'LOSS_LIMIT' | 'TIME_LIMIT' | 'VOLATILITY' | 'CORRELATION';
  /** For a person. */
  text: string;
  /** How far it is, in the unit of `threshold`. */
  value: string;
  threshold: string;
  at: string;
}

export interface EmergencyStop {
  sessionId: string;
  /** For a person. */
  reason: string;
  /** The user; absent when a rule did it. */
  stoppedBy?: string;
  at: string;
}

export interface VolatilityAlert {
  instrument: string;
  /** Standard deviation of returns over the window, in per cent. */
  volatility: string;
  threshold: string;
  windowSeconds: number;
  at: string;
}

/** How a trading session stands, its risk alerts and its stop. */
export function sessionChannel(sessionId: string): string {
  return `sessions.${sessionId}`;
}

/** What the algorithm of a trading session decides. */
export function decisionsChannel(sessionId: string): string {
  return `decisions.${sessionId}`;
}

/** When the price of an instrument moves more than is usual. */
export function volatilityChannel(instrument: string): string {
  return `volatility.${instrument}`;
}
