import type { Instrument, Price, Quantity } from '@ringside/client';

/** A small generator with a seed, so that every run of the fake shows the same floor. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Listed {
  instrument: Instrument;
  /** Middle of the market in ticks. */
  startTicks: bigint;
}

type Row = [
  id: string,
  name: string,
  assetClass: Instrument['assetClass'],
  currency: string,
  tick: string,
  step: string,
  unit: string,
  startTicks: bigint,
];

const ROWS: Row[] = [
  ['ADA-XBT', 'Cardano', 'CRYPTO', 'XBT', '0.00000001', '0.00000001', 'ADA', 2308n],
  ['ETH-CHF', 'Ethereum', 'CRYPTO', 'CHF', '0.01', '0.00000001', 'ETH', 222_514n],
  ['GRT-ETH', 'The Graph', 'CRYPTO', 'ETH', '0.0000001', '0.00000001', 'GRT', 7081n],
  ['KSM-XBT', 'Kusama', 'CRYPTO', 'XBT', '0.0000001', '0.00000001', 'KSM', 71_230n],
  ['OCEAN-XBT', 'Ocean Protocol', 'CRYPTO', 'XBT', '0.0000000001', '0.00000001', 'OCEAN', 290_020n],
  ['OMG-USD', 'OMG Network', 'CRYPTO', 'USD', '0.000001', '0.00000001', 'OMG', 9_210_000n],
  ['SC-EUR', 'Siacoin', 'CRYPTO', 'EUR', '0.00001', '0.00000001', 'SC', 4_012n],
  ['WAVES-EUR', 'Waves', 'CRYPTO', 'EUR', '0.0001', '0.00000001', 'WAVES', 133_020n],
  ['XBT-CHF', 'Bitcoin', 'CRYPTO', 'CHF', '0.1', '0.00000001', 'XBT', 571_203n],
  ['XMR-USD', 'Monero', 'CRYPTO', 'USD', '0.01', '0.00000001', 'XMR', 34_812n],
  ['CA', 'Copper', 'METAL', 'USD', '0.50', '1', 'lots', 18_863n],
  ['AH', 'Aluminium', 'METAL', 'USD', '0.50', '1', 'lots', 5_120n],
];

const DAY_MS = 86_400_000;
const nextMidnight = new Date(Math.ceil((Date.now() + 1) / DAY_MS) * DAY_MS).toISOString();

export const LISTED: Listed[] = ROWS.map(
  ([id, name, assetClass, currency, tick, step, unit, startTicks]) => ({
    instrument: {
      id,
      symbol: id.replace('-', '/'),
      name,
      assetClass,
      currency,
      priceTick: tick as Price,
      quantityStep: step as Quantity,
      contractSize: (assetClass === 'METAL' ? '25' : '1') as Quantity,
      quantityUnit: unit,
      status: 'OPEN',
      dayEndsAt: nextMidnight,
    },
    startTicks,
  }),
);
