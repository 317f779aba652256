import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

const AT = '2026-11-21T12:00:00Z';
const USER = { id: 'alice', name: 'Alice', firm: 'harbour', role: 'trader', accounts: ['HARBOUR-1'] };
const TOKENS = {
  accessToken: 'access',
  accessExpiresAt: '2100-01-01T00:00:00Z',
  refreshToken: 'refresh',
  refreshExpiresAt: '2100-01-01T00:00:00Z',
  user: USER,
};

/** Enough of a gateway, on real HTTP and a real socket, for one program that signs in, listens and sends an order. */
export class Gateway {
  /** What the program asked for, in order. */
  readonly heard: string[] = [];
  readonly #server: Server;
  readonly #sockets: WebSocketServer;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.heard.push(`${request.method} ${request.url}`);
      const answer = request.url === '/api/session' ? TOKENS : { ticket: 'one-use', expiresAt: AT };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
    this.#sockets = new WebSocketServer({ server: this.#server, path: '/ws' });
    this.#sockets.on('connection', socket => this.#serve(socket));
  }

  static async start(): Promise<Gateway> {
    const gateway = new Gateway();
    await new Promise<void>(listening => gateway.#server.listen(0, '127.0.0.1', listening));
    return gateway;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#server.closeAllConnections();
    await new Promise(closed => this.#server.close(closed));
  }

  #serve(socket: WebSocket): void {
    this.heard.push(socket.protocol);
    const send = (message: unknown) => socket.send(JSON.stringify(message));
    socket.on('message', data => {
      const frame = JSON.parse(String(data));
      const [kind] = Object.keys(frame).filter(key => key !== 'id');
      if (kind === 'connect') {
        this.heard.push(`connect ${frame.connect.ticket} ${frame.connect.channels}`);
        send({ id: frame.id, result: { connected: connected() } });
        const quote = { instrument: 'XMR-USD', bid: '150.1', ask: '150.3', sequence: 1 };
        send({ push: { channel: 'quotes.XMR-USD', type: 'quote', data: quote } });
      } else if (kind === 'command') {
        const { type, body } = frame.command;
        this.heard.push(`${type} ${body.account} ${body.quantity}`);
        const received = { commandId: body.clientOrderId, stream: 'COMMANDS', sequence: 1, at: AT };
        send({ id: frame.id, result: { received } });
        const order = { clientOrderId: body.clientOrderId, status: 'FILLED', version: 2, at: AT };
        const place = { channel: 'inbox', sequence: 2, previous: 1 };
        send({ push: { ...place, type: 'order.updated', data: order } });
      }
    });
  }
}

function connected() {
  return {
    protocol: 'ringside.v1',
    session: 's',
    node: 'n',
    user: USER.id,
    serverTime: AT,
    expiresAt: '2026-11-21T12:05:00Z',
    pingSeconds: 25,
    heartbeatSeconds: 30,
    channels: {
      inbox: { mode: 'live', position: { epoch: 'E', sequence: 1 } },
      'quotes.XMR-USD': { mode: 'live' },
    },
  };
}
