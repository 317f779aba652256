import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ClientExample } from '../src/client-example.ts';

const floor = inject('floor') ?? { address: '' };

describe.skipIf(floor.address === '')('the example of the client library', () => {
  let example: ClientExample;

  beforeAll(() => {
    example = new ClientExample();
  });

  afterAll(() => example?.remove());

  it.each([
    ['as it is', undefined],
    ['over events', 'sse'],
    ['over polling', 'poll'],
  ])(
    'When a stranger runs it %s then it shows prices, and its order is received and filled',
    async (_, transport) => {
      const lines = await example.run(floor.address, ['price', 'command', 'order'], transport);
      expect(lines).toContain('command received');
      expect(lines.find(line => line.startsWith('price'))).toMatch(/^price \d+(\.\d+)? \d+(\.\d+)?$/);
      expect(lines.find(line => line.startsWith('order'))).toMatch(/^order [0-9a-f-]{36} [A-Z_]+$/);
    },
  );
});
