import type { OrderState } from '@ringside/client';
import { describe, expect, it } from 'vitest';
import { anOrderState } from '../../test/support/records.ts';
import { Stage, settle } from '../../test/support/stage.ts';
import { ORDERS_HELD_MAX } from './order-history.ts';

/** The order that was entered n-th. */
function order(n: number, change: Partial<OrderState> = {}): OrderState {
  const orderId = `0197a000-${n.toString(16).padStart(4, '0')}-7000-8000-000000000001`;
  return anOrderState({ clientOrderId: `c-${n}`, orderId, status: 'FILLED', ...change });
}

/** A gateway that keeps these orders and gives them two at a time. */
class Archive {
  orders: OrderState[];
  readonly asked: string[] = [];
  away = false;

  constructor(orders: OrderState[]) {
    this.orders = orders;
  }

  answer(path: string): unknown {
    this.asked.push(path);
    if (this.away) throw new Error('The gateway cannot be reached.');
    const query = new URL(path, 'http://gateway').searchParams;
    const before = query.get('cursor') ?? '~';
    const found = this.orders
      .filter(each => each.orderId < before && (query.get('state') === 'all' || each.status === 'NEW'))
      .sort((a, b) => b.orderId.localeCompare(a.orderId));
    const page = found.slice(0, 2);
    return found.length > 2 ? { orders: page, nextCursor: page.at(-1)?.orderId } : { orders: page };
  }
}

async function aStage(...orders: OrderState[]) {
  const archive = new Archive(orders);
  const stage = new Stage();
  stage.answers.set('/api/orders', path => archive.answer(path));
  await stage.live();
  return { stage, archive };
}

async function again(stage: Stage): Promise<void> {
  stage.feed({ kind: 'connection', state: { kind: 'reconnecting', attempt: 1, nextAt: 0, reason: '' } });
  await stage.live();
}

const known = (stage: Stage) =>
  stage.floor.books.orders
    .list()
    .map(row => row.order.clientOrderId)
    .sort();
const older = (stage: Stage) => stage.floor.state.getState().older;

async function readOlder(stage: Stage): Promise<void> {
  await stage.floor.history.older();
  stage.frame();
}

describe('the history of orders', () => {
  it('begins with the newest and every open one, and goes back a page at a time to the first', async () => {
    const { stage } = await aStage(order(1), order(2, { status: 'NEW' }), order(3), order(4), order(5));
    expect(known(stage)).toEqual(['c-2', 'c-4', 'c-5']);
    expect(older(stage)).toEqual({ kind: 'more' });
    await readOlder(stage);
    expect(known(stage)).toEqual(['c-2', 'c-3', 'c-4', 'c-5']);
    expect(older(stage)).toEqual({ kind: 'more' });
    await readOlder(stage);
    expect(known(stage)).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5']);
    expect(older(stage)).toEqual({ kind: 'none' });
  });

  it('asks once, however often the end of the table comes into sight, and not at all after the last', async () => {
    const { stage, archive } = await aStage(order(1), order(2), order(3));
    const before = archive.asked.length;
    await Promise.all([stage.floor.history.older(), stage.floor.history.older()]);
    await stage.floor.history.older();
    expect(archive.asked.length - before).toBe(1);
  });

  it('says why a page could not be read, and goes on from there when asked again', async () => {
    const { stage, archive } = await aStage(order(1), order(2), order(3));
    archive.away = true;
    await readOlder(stage);
    expect(older(stage)).toEqual({ kind: 'failed', reason: 'The gateway cannot be reached.' });
    archive.away = false;
    await readOlder(stage);
    expect(known(stage)).toEqual(['c-1', 'c-2', 'c-3']);
    expect(older(stage)).toEqual({ kind: 'none' });
  });

  it('keeps its place through a lost connection when nothing was missed', async () => {
    const { stage, archive } = await aStage(order(1), order(2), order(3), order(4), order(5));
    await readOlder(stage);
    await again(stage);
    archive.asked.length = 0;
    await readOlder(stage);
    expect(known(stage)).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5']);
    expect(archive.asked).toHaveLength(1);
  });

  it('leaves no hole when more happened without a connection than one page tells', async () => {
    const { stage, archive } = await aStage(order(1), order(2), order(3));
    archive.orders.push(order(4), order(5), order(6));
    await again(stage);
    while (older(stage).kind === 'more') await readOlder(stage);
    expect(known(stage)).toEqual(['c-1', 'c-2', 'c-3', 'c-4', 'c-5', 'c-6']);
  });

  it('learns the end of an old order that was open when the connection was lost', async () => {
    const { stage, archive } = await aStage(order(1, { status: 'NEW' }), order(2), order(3), order(4));
    archive.orders[0] = order(1, { status: 'EXPIRED', version: 2 });
    await again(stage);
    expect(stage.floor.books.orders.get('NORTH-1/c-1')?.order.status).toBe('EXPIRED');
  });

  it('drops a page that was asked for before the range began anew', async () => {
    const { stage, archive } = await aStage(order(1), order(2), order(3));
    let give: () => void = () => {};
    const late = new Promise<void>(resolve => {
      give = resolve;
    });
    stage.answers.set('/api/orders', path => late.then(() => archive.answer(path)));
    const reading = stage.floor.history.older();
    stage.answers.set('/api/orders', path => archive.answer(path));
    archive.orders.push(order(4), order(5), order(6));
    await again(stage);
    give();
    await reading;
    await settle();
    expect(older(stage)).toEqual({ kind: 'more' });
    while (older(stage).kind === 'more') await readOlder(stage);
    expect(known(stage)).toHaveLength(6);
  });

  it('stops when the page of the browser holds as many as it can', async () => {
    const { stage } = await aStage(...Array.from({ length: 7 }, (_, n) => order(n + 1)));
    for (let n = 0; n < ORDERS_HELD_MAX; n++) {
      stage.floor.books.orderRead(anOrderState({ clientOrderId: `live-${n}`, status: 'FILLED' }));
    }
    await readOlder(stage);
    expect(older(stage)).toEqual({ kind: 'full' });
  });
});
