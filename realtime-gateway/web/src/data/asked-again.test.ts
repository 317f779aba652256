import { afterEach, expect, it, vi } from 'vitest';
import { ASK_AGAIN_MS, askedAgain } from './asked-again.ts';

afterEach(() => vi.useRealTimers());

it('what does not come is asked for again every five seconds until it does', async () => {
  vi.useFakeTimers();
  const asked: number[] = [];
  const begin = Date.now();
  const came = askedAgain(async () => {
    asked.push(Date.now() - begin);
    if (asked.length < 4) throw new Error('no network');
    return 'it';
  });
  await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
  expect(await came).toBe('it');
  expect(asked).toEqual([0, 5_000, 10_000, 15_000]);
});
