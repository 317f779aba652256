/** What the library needs of the world. Handed in, so that tests move time, chance and the network by hand. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** At least 0, below 1. */
  random(): number;
  /** Calls `act` once, after `ms`; the answer calls it off. */
  after(ms: number, act: () => void): () => void;
  openSocket(url: string, subprotocol: string): Socket;
  /** Carries the protocol where no socket can. */
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** The part of a browser's WebSocket that we use. */
export interface Socket {
  send(frame: string): void;
  close(code?: number, reason?: string): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number; reason: string }) => void) | null;
}

/** The surroundings of a window or a worker. */
export function browserSurroundings(): Surroundings {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    after: (ms, act) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    openSocket: (url, subprotocol) => new WebSocket(url, subprotocol) as unknown as Socket,
    fetch: (url, init) => fetch(url, init),
  };
}
