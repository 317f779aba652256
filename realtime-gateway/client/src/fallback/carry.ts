import { SUBPROTOCOL } from '../protocol.ts';
import type { Socket, Surroundings } from '../surroundings.ts';
import type { Transport } from '../transport.ts';
import { batches } from './batches.ts';
import { events } from './events.ts';
import { HttpSocket } from './http-socket.ts';

/** Opens a socket, or what looks like one. */
export function carry(transport: Transport, url: string, surroundings: Surroundings): Socket {
  switch (transport) {
    case 'socket':
      return surroundings.openSocket(url, SUBPROTOCOL);
    case 'sse':
      return new HttpSocket(url, surroundings, events);
    case 'poll':
      return new HttpSocket(url, surroundings, batches);
  }
}
