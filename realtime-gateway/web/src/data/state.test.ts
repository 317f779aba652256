import { describe, expect, it } from 'vitest';
import { aFill, anOrderState } from '../../test/support/records.ts';
import { type Toast, withToast } from './state.ts';

let ids = 0;
function toast(news: Toast['news']): Toast {
  ids += 1;
  return { id: ids, news };
}
const fill = (orderId: string, version = 2) => toast({ kind: 'filled', order: aFill({ orderId, version }) });
const problem = (title: string) => toast({ kind: 'problem', title, text: '' });
const rejection = (orderId: string) =>
  toast({ kind: 'ended', order: anOrderState({ orderId, status: 'REJECTED' }) });

describe('notices', () => {
  it('about one order are renewed in place, so that nothing jumps', () => {
    const first = fill('a');
    const shown = [first, fill('b'), fill('a', 3)].reduce(withToast, [] as readonly Toast[]);
    expect(shown).toHaveLength(2);
    expect(shown[0]).toMatchObject({ id: first.id, news: { order: { version: 3 } } });
  });

  it('of success give way first when there are too many', () => {
    const all = [problem('1'), fill('a'), problem('2'), fill('b'), fill('c')];
    const shown = all.reduce(withToast, [] as readonly Toast[]);
    expect(shown).toEqual([all[0], all[2], all[3], all[4]]);
  });

  it('of a rejection stand for themselves', () => {
    const shown = [fill('a'), rejection('a')].reduce(withToast, [] as readonly Toast[]);
    expect(shown).toHaveLength(2);
  });
});
