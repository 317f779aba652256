import { describe, expect, it } from 'vitest';
import { live } from '../../test/support/alerts.ts';

describe('what was told', () => {
  it('is kept until it is cleared, and counts as unread until it is read', async () => {
    const stage = await live();
    const { notices, state } = stage.floor;
    notices.tell({ kind: 'settled-elsewhere', count: 1 });
    stage.now += 5;
    notices.tell({ kind: 'settled-elsewhere', count: 2 });
    const kept = () => state.getState().notices.map(({ news, read }) => [news, read]);
    expect(kept()).toEqual([
      [{ kind: 'settled-elsewhere', count: 2 }, false],
      [{ kind: 'settled-elsewhere', count: 1 }, false],
    ]);
    notices.dismiss(1);
    notices.markAllRead();
    expect(kept().map(([, read]) => read)).toEqual([true, true]);
    notices.clear();
    expect(kept()).toEqual([]);
  });
});
