import { beforeEach, describe, expect, it } from 'vitest';
import { carry } from '../src/fallback/carry.ts';
import { WAITING_MAX } from '../src/fallback/posts.ts';
import type { Socket, Transport } from '../src/index.ts';
import type { PollPeer, SsePeer } from './http-peers.ts';
import { settle, World } from './world.ts';

const HELLO = '{"id":1,"connect":{}}';

/** A fallback, and what a link hears of it. */
class Carried {
  readonly world = new World();
  readonly heard: unknown[] = [];
  readonly socket: Socket;

  constructor(transport: Transport) {
    this.world.http.letThrough();
    this.socket = carry(transport, 'wss://floor.example:8443/ws', this.world);
    this.socket.onopen = () => this.socket.send(HELLO);
    this.socket.onmessage = ({ data }) => this.heard.push(typeof data === 'string' ? JSON.parse(data) : data);
    this.socket.onclose = ({ code, reason }) => this.heard.push([code, reason]);
  }

  get lines(): string[] {
    return this.world.http.calls.map(({ line }) => line);
  }
}

describe.each<Transport>(['sse', 'poll'])('a session over %s', transport => {
  let carried: Carried;

  beforeEach(() => {
    carried = new Carried(transport);
  });

  it('opens with its first message, next to the address of the socket', async () => {
    await carried.world.pass(0);
    expect(carried.world.http.peer.sent).toEqual([JSON.parse(HELLO)]);
    expect(carried.world.http.calls[0]).toEqual({
      line: `POST /live/${transport}`,
      headers: { 'ringside-protocol': 'ringside.v1', 'content-type': 'application/json' },
    });
  });

  it('hands on what comes, in order', async () => {
    await carried.world.pass(0);
    const messages = Array.from({ length: 50 }, (_, n) => ({ heartbeat: { n, text: 'ü\n' } }));
    for (const message of messages) {
      carried.world.http.peer.deliver(message);
      if (message.heartbeat.n % 7 === 0) await settle();
    }
    await settle();
    expect(carried.heard).toEqual(messages);
  });

  it('sends one call after the other; what comes meanwhile leaves together', async () => {
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await settle();
    for (const id of [2, 3, 4]) carried.socket.send(`{"id":${id}}`);
    await settle();
    expect(carried.world.http.peer.posts).toEqual(['{"id":2}', '{"id":3}\n{"id":4}']);
    expect(carried.world.http.calls.at(-1)?.headers['ringside-session']).toBe('node-1.1');
  });

  it('puts no more than 64 messages and 128 KiB into a call', async () => {
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await settle();
    const long = JSON.stringify({ id: 9, text: 'ü'.repeat(30_000) });
    carried.socket.send('{"id":2}');
    for (let id = 0; id < 65; id++) carried.socket.send(`{"id":${id}}`);
    for (let n = 0; n < 3; n++) carried.socket.send(long);
    await settle();
    expect(carried.world.http.peer.posts.map(body => body.split('\n').length)).toEqual([1, 64, 3, 1]);
  });

  it('ends when the network takes messages too slowly', async () => {
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await settle();
    carried.world.http.between = () => new Promise(() => {});
    carried.heard.length = 0;
    for (let n = 0; n < WAITING_MAX + 2; n++) carried.socket.send('{"id":2}');
    expect(carried.heard).toEqual([[1006, 'the network takes messages too slowly']]);
  });

  it('ends as the server says', async () => {
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ disconnect: { code: 4401 } });
    carried.world.http.peer.end(4401, 'expired');
    await settle();
    carried.socket.close();
    expect(carried.heard).toEqual([{ disconnect: { code: 4401 } }, [4401, 'expired']]);
    expect(carried.lines).not.toContain('DELETE /live');
  });

  it('says good-bye when it is closed, and hears nothing after that', async () => {
    await carried.world.pass(0);
    const { peer } = carried.world.http;
    peer.deliver({ n: 1 });
    await settle();
    carried.socket.close(4000, 'enough');
    peer.deliver({ n: 2 });
    await settle();
    expect(carried.heard).toEqual([{ n: 1 }, [4000, 'enough']]);
    expect(carried.lines.at(-1)).toBe('DELETE /live');
    expect(peer.closedByClient).toBe(true);
  });

  it('ends when a call with messages fails: whether they arrived is unknown', async () => {
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await settle();
    carried.world.http.between = line => (line === 'POST /live/send' ? Promise.reject(new Error()) : null);
    carried.socket.send('{"id":2}');
    await settle();
    expect(carried.heard.at(-1)).toEqual([1006, 'a call was not answered']);
  });

  it.each<[number, string, unknown[]]>([
    [502, '<html>', [[1006, 'status 502']]],
    [503, '<html>', [[1006, 'status 503']]],
    [403, '{"code":"FORBIDDEN","detail":"No such origin."}', [[1006, 'No such origin.']]],
    [413, '{"code":"TOO_LARGE","detail":"Too large."}', [[1009, 'Too large.']]],
    [
      503,
      '{"code":"UNAVAILABLE","detail":"Busy.","retryAfterMs":700}',
      [
        { disconnect: { code: 1013, reason: 'Busy.', reconnect: true, retryAfterMs: 700, jitterMs: 700 } },
        [1013, 'Busy.'],
      ],
    ],
  ])(
    'that is answered with %i %s is closed, by our server or by somebody between',
    async (status, body, heard) => {
      carried.world.http.between = () => Promise.resolve(new Response(body, { status }));
      await carried.world.pass(0);
      expect(carried.heard).toEqual(heard);
    },
  );

  it('ends when somebody else answers in place of the gateway', async () => {
    carried.world.http.between = () => Promise.resolve(new Response('<html>', { status: 200 }));
    await carried.world.pass(0);
    expect(carried.heard).toEqual([[1006, 'no gateway answered']]);
  });

  it('outlives a message that its program cannot take', async () => {
    carried.socket.onmessage = () => {
      throw new Error('a fault of the program');
    };
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await settle();
    await expect(carried.world.pass(0)).rejects.toThrow('a fault of the program');
    carried.socket.send('{"id":2}');
    await settle();
    expect(carried.world.http.peer.sent.at(-1)).toEqual({ id: 2 });
  });
});

describe('events', () => {
  it('that ask for a sign of life get one', async () => {
    const carried = new Carried('sse');
    await carried.world.pass(0);
    const peer = carried.world.http.peer as SsePeer;
    peer.write('event: ping\ndata:\n\n');
    await settle();
    expect(peer.posts).toEqual(['']);
    expect(carried.heard).toEqual([]);
  });

  it.each([
    ['breaks', (peer: SsePeer) => peer.end(1006), 'the call was broken off'],
    [
      'is not our protocol',
      (peer: SsePeer) => peer.write('event: close\ndata: {\n\n'),
      'the call was broken off',
    ],
  ])('end when the stream %s', async (_, break_, reason) => {
    const carried = new Carried('sse');
    await carried.world.pass(0);
    break_(carried.world.http.peer as SsePeer);
    await settle();
    expect(carried.heard).toEqual([[1006, reason]]);
  });
});

describe('polls', () => {
  it('are asked again for a batch whose answer was lost', async () => {
    const carried = new Carried('poll');
    await carried.world.pass(0);
    const peer = carried.world.http.peer as PollPeer;
    peer.deliver({ n: 1 });
    await settle();
    peer.loseAnswer();
    peer.deliver({ n: 2 });
    await settle();
    expect(carried.heard).toEqual([{ n: 1 }]);
    await carried.world.pass(1_000);
    expect(carried.heard).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('end after three that were not answered, and at once when there is no such session', async () => {
    const carried = new Carried('poll');
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    carried.world.http.between = line => (line.endsWith('next') ? Promise.reject(new Error()) : null);
    await carried.world.pass(1_999);
    expect(carried.heard).toEqual([{ n: 1 }]);
    await carried.world.pass(1);
    expect(carried.heard).toEqual([{ n: 1 }, [1006, 'the call was broken off']]);

    const gone = new Carried('poll');
    await gone.world.pass(0);
    gone.world.http.peer.deliver({ n: 1 });
    await settle();
    gone.world.http.peer.end(1006);
    await gone.world.pass(1_000);
    expect(gone.heard).toEqual([{ n: 1 }, [1006, 'status 404']]);
  });

  it('go on through an empty answer, and not in a hurry when it comes too soon', async () => {
    const carried = new Carried('poll');
    await carried.world.pass(0);
    carried.world.http.peer.deliver({ n: 1 });
    await carried.world.pass(60_000);
    expect(carried.lines).toHaveLength(5);
    const empty = '{"number":1,"messages":[]}';
    carried.world.http.between = () => Promise.resolve(new Response(empty));
    await carried.world.pass(30_000);
    expect(carried.lines.length).toBeLessThan(40);
  });
});
