import { describe, expect, it } from 'vitest';
import { ServerClock } from './server-clock.ts';

const at = (ms: number) => new Date(ms).toISOString();

describe("the server's clock", () => {
  it('is our own until anything was heard, and then the newest that a message could prove', () => {
    let now = 10_000;
    const clock = new ServerClock(() => now);
    expect(clock.now()).toBe(10_000);
    clock.heard(at(12_990));
    now += 100;
    clock.heard(at(13_095));
    clock.heard(at(11_000));
    expect(clock.now()).toBe(13_095);
    now += 1_000;
    expect(clock.at(now)).toBe(14_095);
  });

  it('is measured anew with a new connection, and by no time that is none', () => {
    const clock = new ServerClock(() => 10_000);
    clock.heard(at(90_000));
    clock.forget();
    clock.heard('soon');
    expect(clock.now()).toBe(10_000);
    clock.heard(at(9_990));
    expect(clock.now()).toBe(9_990);
  });
});
