import { describe, expect, it } from 'vitest';
import { RowStore } from './row-store.ts';

function aStore() {
  const frames: (() => void)[] = [];
  const store = new RowStore<number>(act => frames.push(act));
  const told: string[] = [];
  store.watchRow('a', () => told.push('a'));
  store.watchRow('b', () => told.push('b'));
  store.watchList(() => told.push('list'));
  return { store, told, frames, paint: () => frames.splice(0).forEach(frame => void frame()) };
}

describe('a row store', () => {
  it('tells once per frame, however often a row changed, and only who looks at it', () => {
    const { store, told, frames, paint } = aStore();
    for (let i = 0; i < 100; i++) store.set('a', i);
    expect(frames).toHaveLength(1);
    expect(told).toEqual([]);
    paint();
    expect(told).toEqual(['a', 'list']);
    expect(store.list()).toEqual([99]);
  });

  it('keeps the same list between flushes', () => {
    const { store, paint } = aStore();
    store.set('a', 1);
    paint();
    const list = store.list();
    store.set('b', 2);
    expect(store.list()).toBe(list);
    paint();
    expect(store.list()).toEqual([1, 2]);
  });

  it('stops telling who looks away', () => {
    const { store, told, paint } = aStore();
    const end = store.watchRow('c', () => told.push('c'));
    end();
    store.set('c', 1);
    paint();
    expect(told).toEqual(['list']);
  });

  it('forgets all rows at once', () => {
    const { store, paint } = aStore();
    store.set('a', 1);
    paint();
    store.clear();
    paint();
    expect(store.list()).toEqual([]);
    expect(store.get('a')).toBeUndefined();
  });
});
