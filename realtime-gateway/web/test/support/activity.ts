import type { ActivityEntry, Quantity } from '@ringside/client';

/** A line with sane values; a test names only what it is about. */
export function aLine(change: Partial<ActivityEntry> = {}): ActivityEntry {
  return {
    kind: 'ORDER',
    id: 'o-1',
    origin: 'o-1',
    account: 'NORTH-1',
    at: '2026-11-21T12:00:00Z',
    instrument: 'XMR-USD',
    side: 'BUY',
    quantity: '2.5' as Quantity,
    status: 'NEW',
    version: 1,
    ...change,
  };
}

/** So many orders, each a second older than the one before. */
export function lines(
  count: number,
  change: (at: number) => Partial<ActivityEntry> = () => ({}),
): ActivityEntry[] {
  const newest = Date.parse('2026-11-21T11:59:59Z');
  return Array.from({ length: count }, (_, at) =>
    aLine({ id: `o-${count - at}`, at: new Date(newest - at * 1_000).toISOString(), ...change(at) }),
  );
}
