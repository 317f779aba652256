import { describe, expect, it } from 'vitest';
import { type Transport, TransportChoice } from '../src/transport.ts';

function fail(choice: TransportChoice, times: number): Transport[] {
  return Array.from({ length: times }, () => {
    choice.failed(choice.next(), false);
    return choice.next();
  });
}

describe('the choice of a transport', () => {
  it('goes down one after two failures, and from the last to the first', () => {
    expect(fail(new TransportChoice(), 7)).toEqual([
      'socket',
      'sse',
      'sse',
      'poll',
      'poll',
      'socket',
      'socket',
    ]);
  });

  it('counts only failures in a row, and none that the server has spoken in', () => {
    const choice = new TransportChoice();
    for (let i = 0; i < 5; i++) {
      choice.failed('socket', false);
      choice.failed('socket', true);
    }
    choice.failed('socket', false);
    choice.worked('socket');
    choice.failed('socket', false);
    expect(choice.next()).toBe('socket');
    choice.failed('socket', false);
    expect(choice.next()).toBe('sse');
  });

  it('remembers what worked', () => {
    const choice = new TransportChoice();
    choice.worked('poll');
    expect([choice.next(), choice.better('poll')]).toEqual(['poll', ['socket', 'sse']]);
    expect(fail(choice, 2)).toEqual(['poll', 'socket']);
  });

  it('is that of the operators where they tell one, without forgetting its own', () => {
    const choice = new TransportChoice();
    expect(choice.next('poll')).toBe('poll');
    choice.failed('poll', false);
    choice.failed('poll', false);
    expect(choice.next()).toBe('socket');
    expect(choice.better('sse', 'sse')).toEqual([]);
    expect(choice.better('sse', 'poll')).toEqual(['poll']);
    expect(choice.better('socket')).toEqual([]);
  });

  it('keeps to what the program uses, whoever tells what', () => {
    const choice = new TransportChoice(['poll', 'sse']);
    expect([choice.next('socket'), choice.next('poll')]).toEqual(['sse', 'poll']);
    expect(choice.better('poll', 'socket')).toEqual(['sse']);
    expect(fail(choice, 3)).toEqual(['sse', 'poll', 'poll']);
    expect(() => new TransportChoice([])).toThrow('transports must name one of socket, sse, poll');
  });
});
