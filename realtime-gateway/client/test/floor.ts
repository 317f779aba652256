import {
  type Connection,
  type ConnectionState,
  connect,
  type SubmitOrder,
  type Ticket,
  type Transport,
} from '../src/index.ts';
import { type TestSocket, World } from './world.ts';

/** A connection with everything around it. */
export class TestFloor {
  readonly world = new World();
  readonly states: ConnectionState[] = [];
  readonly connection: Connection;
  tickets = 0;
  ticket: Ticket['kind'] = 'ticket';
  /** What the operators tell with a ticket. */
  told: Transport | null = null;

  constructor(transports: readonly Transport[] = ['socket']) {
    this.connection = connect({
      url: 'ws://gateway/ws',
      client: 'test/1',
      surroundings: this.world,
      transports,
      ticket: async () => {
        this.tickets += 1;
        return this.ticket === 'ticket'
          ? { kind: 'ticket', ticket: `ticket-${this.tickets}`, ...(this.told && { transport: this.told }) }
          : { kind: this.ticket };
      },
      onState: state => this.states.push(state),
    });
  }

  /** Opens the socket that the client asks for and answers its first frame. */
  async goLive(channels: Record<string, unknown> = {}): Promise<TestSocket> {
    await this.world.pass(0);
    const { socket } = this.world;
    socket.open();
    socket.answer('connect', { connected: this.connected(channels) });
    await this.world.pass(0);
    return socket;
  }

  connected(channels: Record<string, unknown> = {}, sessionMs = 300_000) {
    const now = this.world.now();
    return {
      session: 's-1',
      node: 'gateway-1',
      user: 'ann',
      serverTime: new Date(now).toISOString(),
      expiresAt: new Date(now + sessionMs).toISOString(),
      pingSeconds: 25,
      heartbeatSeconds: 30,
      channels,
    };
  }

  kinds(): string[] {
    return this.states.map(state => state.kind);
  }
}

export function anOrder(clientOrderId: string): SubmitOrder {
  return {
    clientOrderId,
    account: 'NORTH-1',
    instrument: 'XMR-USD',
    side: 'BUY',
    orderType: 'MARKET',
    timeInForce: 'DAY',
    quantity: '2.5' as SubmitOrder['quantity'],
  };
}

export const RECEIVED = { commandId: 'o-1', stream: 'COMMANDS', sequence: 7, at: '2026-11-21T12:00:00Z' };
