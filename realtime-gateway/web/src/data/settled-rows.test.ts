import { describe, expect, it } from 'vitest';
import { World } from '../../../client/test/world.ts';
import { RowStore } from './row-store.ts';
import { CHANGED_ROWS_EVERY_MS, NEW_ROWS_EVERY_MS, SettledRows } from './settled-rows.ts';

function aStore() {
  const world = new World();
  const store = new RowStore<number>(act => act());
  store.set('a', 1);
  const settled = new SettledRows(
    store,
    () => world.now(),
    (ms, act) => world.after(ms, act),
  );
  let renewed = 0;
  const end = settled.watch(() => {
    renewed += 1;
  });
  return { world, store, settled, end, renewed: () => renewed };
}

describe('settled rows', () => {
  it('show a new row at once', () => {
    const { store, settled } = aStore();
    store.set('b', 2);
    expect(settled.rows()).toEqual([1, 2]);
  });

  it('show many new rows at most ten times a second, and the last one too', async () => {
    const { world, store, settled, renewed } = aStore();
    for (let i = 0; i < 100; i++) {
      store.set(`new-${i}`, i);
      await world.pass(5);
    }
    await world.pass(NEW_ROWS_EVERY_MS);
    expect(renewed()).toBeLessThanOrEqual(7);
    expect(settled.rows()).toHaveLength(101);
  });

  it('keep their list while only contents change, for half a second', async () => {
    const { world, store, settled, renewed } = aStore();
    store.set('b', 2);
    const before = settled.rows();
    for (let i = 0; i < 20; i++) store.set('a', i);
    expect(settled.rows()).toBe(before);
    await world.pass(CHANGED_ROWS_EVERY_MS);
    expect(settled.rows()).toEqual([19, 2]);
    expect(renewed()).toBe(2);
  });

  it('do nothing once nobody watches', async () => {
    const { world, store, end, renewed } = aStore();
    store.set('b', 2);
    store.set('a', 5);
    end();
    await world.pass(10_000);
    expect(renewed()).toBe(1);
  });
});
