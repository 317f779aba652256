import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** A network between a visitor and the floor, as some firms have it: it lets through what it knows. */
export class NarrowNetwork {
  /** No WebSocket gets through, and those that are there end. */
  blocksSockets = false;
  /** Answers that do not end are kept back until they do. */
  keepsStreams = false;
  readonly #floor: URL;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #streams = new Set<ServerResponse>();

  private constructor(floor: string) {
    this.#floor = new URL(floor);
    this.#server = createServer((asked, answer) => this.#pass(asked, answer));
    this.#server.on('upgrade', (asked, socket, head) => this.#upgrade(asked, socket as Socket, head));
  }

  static async before(floor: string): Promise<NarrowNetwork> {
    const network = new NarrowNetwork(floor);
    await new Promise<void>(listening => network.#server.listen(0, '127.0.0.1', listening));
    return network;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sockets and streams of before end, as when somebody changes the rules of a firewall. */
  narrow(rules: { blocksSockets: boolean; keepsStreams: boolean }): void {
    Object.assign(this, rules);
    if (this.blocksSockets) for (const socket of this.#open) socket.destroy();
    if (this.keepsStreams) for (const answer of this.#streams) answer.destroy();
  }

  async close(): Promise<void> {
    this.narrow({ blocksSockets: true, keepsStreams: true });
    this.#server.closeAllConnections();
    await new Promise(closed => this.#server.close(closed));
  }

  /** The floor sees a visitor of its own address: what an origin is good for is no matter of this journey. */
  #headers({ headers }: IncomingMessage): Record<string, string | string[] | undefined> {
    const origin = headers.origin === undefined ? {} : { origin: this.#floor.origin };
    return { ...headers, host: this.#floor.host, ...origin };
  }

  #pass(asked: IncomingMessage, answer: ServerResponse): void {
    const { hostname, port } = this.#floor;
    const { method, url: path } = asked;
    const passed = request({ hostname, port, method, path, headers: this.#headers(asked) }, given => {
      const streams = given.headers['content-type']?.startsWith('text/event-stream');
      if (streams && this.keepsStreams) return;
      if (streams) this.#streams.add(answer);
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    answer.on('close', () => {
      this.#streams.delete(answer);
      passed.destroy();
    });
    asked.pipe(passed);
  }

  #upgrade(asked: IncomingMessage, near: Socket, head: Buffer): void {
    near.on('error', () => near.destroy());
    if (this.blocksSockets) {
      near.destroy();
      return;
    }
    const far = connect(Number(this.#floor.port), this.#floor.hostname);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.#open.delete(socket);
        other.destroy();
      });
    }
    const lines = Object.entries(this.#headers(asked)).map(([name, value]) => `${name}: ${value}\r\n`);
    far.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    far.write(head);
    far.pipe(near);
    near.pipe(far);
  }
}
