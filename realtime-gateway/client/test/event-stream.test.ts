import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_CHARACTERS_MAX, EventStream } from '../src/fallback/event-stream.ts';

const TEXT = [
  'data: {"a":1}\n\n',
  'event: ping\ndata:\n\n',
  ': a comment\r\n\r\n',
  'data:no space\rdata:  two\r\r',
  'event: close\r\ndata: {"code":4401,"reason":"ü"}\r\n\r\n',
  'id: 7\nretry: 3\nunknown\ndata: last\n\n',
].join('');

const EVENTS = [
  { name: '', data: '{"a":1}' },
  { name: 'ping', data: '' },
  { name: '', data: 'no space\n two' },
  { name: 'close', data: '{"code":4401,"reason":"ü"}' },
  { name: '', data: 'last' },
];

describe('a stream of events', () => {
  it('is the same, wherever it is cut', () => {
    const cuts = fc.array(fc.nat(TEXT.length), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, places => {
        const stream = new EventStream();
        const edges = [0, ...places.sort((a, b) => a - b), TEXT.length];
        const pieces = edges.slice(1).map((edge, index) => TEXT.slice(edges[index], edge));
        expect(pieces.flatMap(piece => stream.feed(piece))).toEqual(EVENTS);
      }),
    );
  });

  it('tells nothing of an event that has not ended', () => {
    const stream = new EventStream();
    expect(stream.feed('data: half\n')).toEqual([]);
    expect(stream.feed('\ndata: other')).toEqual([{ name: '', data: 'half' }]);
  });

  it('is none of the gateway’s when an event does not end', () => {
    const stream = new EventStream();
    const half = 'x'.repeat(EVENT_CHARACTERS_MAX / 2);
    expect(stream.feed(half)).toEqual([]);
    expect(() => stream.feed(`${half}x`)).toThrow('an event does not end');
    const lines = new EventStream();
    lines.feed(`data: ${half}\n`);
    expect(() => lines.feed(`data: ${half}\n`)).toThrow('an event does not end');
  });
});
