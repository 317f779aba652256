import type {
  AlertState,
  Instrument,
  OrderState,
  Person,
  PositionValuation,
  Price,
  Quantity,
  Quote,
  RfqView,
  SubmitOrder,
} from '@ringside/client';

/** Records with sane values; a test names only what it is about. */
export function anInstrument(change: Partial<Instrument> = {}): Instrument {
  return {
    id: 'XMR-USD',
    symbol: 'XMR/USD',
    name: 'Monero',
    assetClass: 'CRYPTO',
    currency: 'USD',
    priceTick: '0.01' as Price,
    quantityStep: '0.001' as Quantity,
    contractSize: '1' as Quantity,
    quantityUnit: 'XMR',
    status: 'OPEN',
    dayEndsAt: '2026-11-21T17:00:00Z',
    ...change,
  };
}

export function aQuote(change: Partial<Quote> = {}): Quote {
  return {
    instrument: 'XMR-USD',
    bid: '348.10' as Price,
    bidSize: '12' as Quantity,
    ask: '348.20' as Price,
    askSize: '9.5' as Quantity,
    sequence: 1,
    stale: false,
    sourceAt: '2026-11-21T12:00:00Z',
    at: '2026-11-21T12:00:00Z',
    source: 'test',
    ...change,
  };
}

export function aSubmission(change: Partial<SubmitOrder> = {}): SubmitOrder {
  return {
    clientOrderId: 'o-1',
    account: 'NORTH-1',
    instrument: 'XMR-USD',
    side: 'BUY',
    orderType: 'MARKET',
    timeInForce: 'DAY',
    quantity: '2.5' as Quantity,
    ...change,
  };
}

export function anOrderState(change: Partial<OrderState> = {}): OrderState {
  return {
    ...aSubmission(),
    orderId: '0197a000-0000-7000-8000-000000000001',
    user: 'ann',
    status: 'NEW',
    filled: '0' as Quantity,
    leaves: '2.5' as Quantity,
    version: 1,
    at: '2026-11-21T12:00:00Z',
    ...change,
  };
}

export function aFill(change: Partial<OrderState> = {}): OrderState {
  return anOrderState({
    status: 'FILLED',
    filled: '2.5' as Quantity,
    leaves: '0' as Quantity,
    averagePrice: '348.20' as Price,
    lastQuantity: '2.5' as Quantity,
    lastPrice: '348.20' as Price,
    lastExecutionId: 'x-1',
    version: 2,
    ...change,
  });
}

export function aValuation(change: Partial<PositionValuation> = {}): PositionValuation {
  return {
    account: 'NORTH-1',
    instrument: 'XMR-USD',
    currency: 'USD',
    quantity: '2.5' as Quantity,
    averagePrice: '348.20' as Price,
    realised: '0' as PositionValuation['realised'],
    unrealised: '-0.25' as PositionValuation['realised'],
    mark: '348.10' as Price,
    stale: false,
    version: 1,
    at: '2026-11-21T12:00:00Z',
    ...change,
  };
}

/** A request of ann's own for 2.5 Monero, which bob of Kestrel and carol of Harbour are asked for. */
export function aSentRfq(change: Partial<RfqView> = {}): RfqView {
  return {
    rfqId: 'r-1',
    clientRfqId: 'o-1',
    role: 'REQUESTER',
    account: 'NORTH-1',
    requester: 'ann',
    requesterFirm: 'north',
    instrument: 'XMR-USD',
    side: 'BUY',
    quantity: '2.5' as Quantity,
    status: 'OPEN',
    quotes: [anAnswer(), anAnswer({ user: 'carol', firm: 'harbour' })],
    requestedAt: '2026-11-21T12:00:00Z',
    expiresAt: '2026-11-21T12:02:00Z',
    version: 1,
    at: '2026-11-21T12:00:00Z',
    ...change,
  };
}

/** Bob of Kestrel wants to buy 2.5 Monero from ann. */
export function aReceivedRfq(change: Partial<RfqView> = {}): RfqView {
  const { clientRfqId: _, account: __, ...view } = aSentRfq();
  return {
    ...view,
    rfqId: 'r-2',
    role: 'COUNTERPARTY',
    requester: 'bob',
    requesterFirm: 'kestrel',
    quotes: [anAnswer({ user: 'ann', firm: 'north' })],
    ...change,
  };
}

export function anAnswer(change: Partial<RfqView['quotes'][number]> = {}): RfqView['quotes'][number] {
  return { user: 'bob', firm: 'kestrel', status: 'REQUESTED', version: 0, ...change };
}

/** A price of somebody's, in one of its versions. */
export function aPrice(price: string, change: Partial<RfqView['quotes'][number]> = {}) {
  return anAnswer({ status: 'ACTIVE', quoteId: 'q-1', version: 1, price: price as Price, ...change });
}

export const COUNTERPARTIES = [
  { user: 'bob', name: 'Bob Keller', firm: 'kestrel', firmName: 'Kestrel Capital' },
  { user: 'carol', name: 'Carol North', firm: 'harbour', firmName: 'Harbour Street Metals' },
];

export const PEOPLE: Person[] = [
  {
    user: 'carol',
    name: 'Carol North',
    firm: 'harbour',
    firmName: 'Harbour Street Metals',
    status: 'OFFLINE',
    since: '2026-11-21T09:30:00Z',
    lastSeenAt: '2026-11-21T09:30:00Z',
    version: 4,
  },
  {
    user: 'bob',
    name: 'Bob Keller',
    firm: 'kestrel',
    firmName: 'Kestrel Capital',
    status: 'BUSY',
    message: 'closing the month',
    since: '2026-11-21T11:50:00Z',
    version: 7,
  },
  {
    user: 'ann',
    name: 'Ann Keller',
    firm: 'north',
    firmName: 'North',
    status: 'ACTIVE',
    since: '2026-11-21T11:00:00Z',
    version: 2,
  },
];

/** An order of ann's was rejected. */
export function anAlert(change: Partial<AlertState> = {}): AlertState {
  return {
    alertId: 'a-1',
    user: 'ann',
    kind: 'ORDER_REJECTED',
    severity: 'CRITICAL',
    account: 'NORTH-1',
    instrument: 'XMR-USD',
    reason: 'ORDER_SIZE',
    text: 'The quantity is above the limit for one order.',
    count: 1,
    raisedAt: '2026-11-21T12:00:00Z',
    lastAt: '2026-11-21T12:00:00Z',
    version: 1,
    ...change,
  };
}

/** Ann's net position in Monero comes near its limit. */
export function aLimitAlert(change: Partial<AlertState> = {}): AlertState {
  const { reason: _, ...alert } = anAlert();
  return {
    ...alert,
    alertId: 'a-2',
    kind: 'LIMIT_REACHED',
    severity: 'WARNING',
    limit: { limit: 'NET_POSITION', level: 75, used: '75' as Quantity, maximum: '100' as Quantity },
    text: 'NORTH-1 has reached 75 % of its net position limit in XMR/USD: 75 of 100 XMR.',
    ...change,
  };
}
