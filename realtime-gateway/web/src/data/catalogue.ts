import type { Instrument, Session } from '@ringside/client';
import type { StoreApi } from 'zustand/vanilla';
import { byId } from './books.ts';
import type { FloorState } from './state.ts';

/** A catalogue that tells of a trading day that is over is read again this often. */
const AGAIN_EVERY_MS = 10_000;

interface CatalogueOptions {
  session: Pick<Session, 'call'>;
  state: StoreApi<FloorState>;
  now(): number;
}

/** The instruments by HTTP: with each connection, and when a trading day has ended. */
export class Catalogue {
  readonly #options: CatalogueOptions;
  #askedAt = 0;

  constructor(options: CatalogueOptions) {
    this.#options = options;
  }

  async load(): Promise<void> {
    const { session, state } = this.#options;
    const { instruments } = await session.call<{ instruments: Instrument[] }>('GET', '/api/instruments');
    state.setState({ instruments: byId(instruments) });
  }

  /** The trading day of an instrument is over; the gateway is asked until it tells of the next one. */
  async dayEnded(): Promise<void> {
    const now = this.#options.now();
    if (now - this.#askedAt < AGAIN_EVERY_MS) return;
    this.#askedAt = now;
    await this.load().catch(() => {});
  }
}
