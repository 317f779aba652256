import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Login } from './running-floor.ts';

const LOOK_EVERY_MS = 200;
/** Not now, and nobody knows: what the gateway answers to whoever should ask again. */
const ASK_AGAIN = [503, 504];
const ASKED_AGAIN_MS_MAX = 60_000;

export interface OrderState {
  clientOrderId: string;
  account: string;
  instrument: string;
  status: string;
  filled: string;
  quantity: string;
  version: number;
}

/** A program of the same user, over HTTP: the second pair of eyes of a journey. */
export class Program {
  readonly #address: string;
  readonly #token: string;

  private constructor(address: string, token: string) {
    this.#address = address;
    this.#token = token;
  }

  static async signIn(address: string, { user, password }: Login): Promise<Program> {
    const body = JSON.stringify({ user, password });
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${address}/api/session`, { method: 'POST', headers, body });
    if (!response.ok) throw new Error(`sign-in of ${user}: ${response.status} ${await response.text()}`);
    return new Program(address, ((await response.json()) as { accessToken: string }).accessToken);
  }

  /** The order as soon as it is as wanted: a command that is received has yet to become one. */
  async orderWhen(
    account: string,
    clientOrderId: string,
    wanted: (order: OrderState) => boolean,
    withinMs: number,
  ): Promise<OrderState> {
    const until = Date.now() + withinMs;
    for (;;) {
      const order = await this.#order(account, clientOrderId);
      if (order && wanted(order)) return order;
      if (Date.now() > until)
        throw new Error(`order ${clientOrderId} is still not as wanted: ${JSON.stringify(order ?? null)}`);
      await pause(LOOK_EVERY_MS);
    }
  }

  async #order(account: string, clientOrderId: string): Promise<OrderState | undefined> {
    const query = `/api/orders?account=${account}&state=all&limit=500`;
    let cursor = '';
    for (;;) {
      const page = (await this.#call('GET', query + cursor)) as { orders: OrderState[]; nextCursor?: string };
      const order = page.orders.find(candidate => candidate.clientOrderId === clientOrderId);
      if (order || page.nextCursor === undefined) return order;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  }

  /** Buys at the market what there is, and answers with the id of the order. */
  async buy(account: string, instrument: string, quantity: string): Promise<string> {
    const clientOrderId = randomUUID();
    const order = { account, instrument, side: 'BUY', orderType: 'MARKET', timeInForce: 'IOC', quantity };
    await this.#call('POST', '/api/orders', { clientOrderId, ...order });
    return clientOrderId;
  }

  /** Bids for what nobody sells at this price, so that it rests. */
  async bid(account: string, instrument: string, quantity: string, limitPrice: string): Promise<void> {
    const terms = { side: 'BUY', orderType: 'LIMIT', timeInForce: 'GTC', quantity, limitPrice };
    await this.#call('POST', '/api/orders', { clientOrderId: randomUUID(), account, instrument, ...terms });
  }

  /** Asks everybody for a price to buy at, unless it says otherwise, and answers with the id of the request. */
  async requestQuotes(
    account: string,
    instrument: string,
    quantity: string,
    special: { side?: 'SELL'; counterparties?: string[]; lifeSeconds?: number } = {},
  ): Promise<string> {
    const terms = { side: 'BUY', quantity, counterparties: [], lifeSeconds: 1_800, ...special };
    const answer = await this.#call('POST', '/api/rfqs', {
      clientRfqId: randomUUID(),
      account,
      instrument,
      ...terms,
    });
    return (answer as { received: { rfqId: string } }).received.rfqId;
  }

  /** Sells to whoever asked, at this price. */
  async quote(account: string, rfqId: string, instrument: string, quantity: string, price: string) {
    const terms = { side: 'SELL', quantity, price };
    await this.#call('POST', '/api/rfqs/quote', {
      clientQuoteId: randomUUID(),
      rfqId,
      account,
      instrument,
      ...terms,
    });
  }

  async cancel(account: string, originalClientOrderId: string): Promise<void> {
    await this.#call('POST', '/api/orders/cancel', {
      clientOrderId: randomUUID(),
      originalClientOrderId,
      account,
    });
  }

  async positionQuantity(account: string, instrument: string): Promise<string> {
    const { positions } = (await this.#call('GET', `/api/positions?account=${account}`)) as {
      positions: { instrument: string; quantity: string }[];
    };
    return positions.find(position => position.instrument === instrument)?.quantity ?? '0';
  }

  async #call(method: string, path: string, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers };
    if (body !== undefined) init.body = JSON.stringify(body);
    const until = Date.now() + ASKED_AGAIN_MS_MAX;
    let response = await this.#fetch(path, init, until);
    // Nothing is asked that may not be asked again: a command is known by its id.
    while (ASK_AGAIN.includes(response.status) && Date.now() < until) {
      await response.text();
      await pause(Number(response.headers.get('retry-after') ?? 1) * 1000);
      response = await this.#fetch(path, init, until);
    }
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** A connection that breaks says nothing of what became of the question. */
  async #fetch(path: string, init: RequestInit, until: number): Promise<Response> {
    for (;;) {
      try {
        return await fetch(this.#address + path, init);
      } catch (problem) {
        if (Date.now() > until) throw problem;
        await pause(LOOK_EVERY_MS);
      }
    }
  }
}
