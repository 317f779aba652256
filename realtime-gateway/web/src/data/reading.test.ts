import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Reading } from './reading.ts';

/** A reading whose answers the test gives, each when it likes. */
function aReading() {
  const asked: { answer(value: string): void; fail(reason: string): void }[] = [];
  const told: string[] = [];
  const reading = new Reading<string>({
    ask: () =>
      new Promise((resolve, reject) => {
        asked.push({ answer: resolve, fail: reason => reject(new Error(reason)) });
      }),
    answered: value => told.push(value),
    failed: reason => told.push(`failed: ${reason}`),
  });
  return { reading, asked, told };
}

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a reading', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is tried again until it has succeeded', async () => {
    const { reading, asked, told } = aReading();
    void reading.begin();
    asked[0]?.fail('away');
    await later(4_999);
    expect([asked.length, told]).toEqual([1, ['failed: away']]);
    await later(1);
    asked[1]?.answer('here');
    await later(60_000);
    expect([asked.length, told]).toEqual([2, ['failed: away', 'here']]);
  });

  it('counts only if no other began after it, whatever becomes of it', async () => {
    const { reading, asked, told } = aReading();
    for (let each = 0; each < 3; each++) void reading.begin();
    asked[2]?.answer('third');
    asked[0]?.answer('first');
    asked[1]?.fail('second');
    await later(60_000);
    expect([asked.length, told]).toEqual([3, ['third']]);
  });

  it('is not tried again once another began', async () => {
    const { reading, asked, told } = aReading();
    void reading.begin();
    asked[0]?.fail('away');
    await later(1_000);
    void reading.begin();
    asked[1]?.answer('here');
    await later(60_000);
    expect([asked.length, told]).toEqual([2, ['failed: away', 'here']]);
  });

  it('ends when nobody wants it any more', async () => {
    const { reading, asked, told } = aReading();
    void reading.begin();
    reading.stop();
    asked[0]?.fail('away');
    await later(60_000);
    expect([asked.length, told]).toEqual([1, []]);
  });
});
