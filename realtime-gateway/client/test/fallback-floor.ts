import type { Transport } from '../src/index.ts';
import { TestFloor } from './floor.ts';
import type { Peer } from './peer.ts';
import { settle } from './world.ts';

const ALL: Transport[] = ['socket', 'sse', 'poll'];

/** A floor where the network lets no WebSocket through, and a connection that has found another way. */
export class FallbackFloor extends TestFloor {
  constructor(transports = ALL) {
    super(transports);
    this.world.http.letThrough();
  }

  /** Each attempt with a socket fails without a word. */
  async blockSockets(): Promise<void> {
    await this.world.pass(0);
    for (let attempt = 0; attempt < 2; attempt++) {
      this.world.socket.end(1006);
      await this.world.pass(500);
    }
  }

  /** Answers the session that was opened last, and its first ping. */
  async welcome(channels: Record<string, unknown> = {}): Promise<Peer> {
    const { peer } = this.world.http;
    peer.answer('connect', { connected: this.connected(channels) });
    await settle();
    peer.answer('ping', { pong: {} });
    await settle();
    return peer;
  }

  /** Lets time pass while the gateway answers. */
  async live(peer: Peer, ms: number): Promise<void> {
    for (let passed = 0; passed < ms; passed += 5_000) {
      await this.world.pass(Math.min(5_000, ms - passed));
      peer.deliver({ heartbeat: { serverTime: '' } });
      await settle();
    }
  }

  get way(): string[] {
    return this.world.http.calls.map(({ line }) => line).filter(line => line !== 'POST /live/send');
  }
}
