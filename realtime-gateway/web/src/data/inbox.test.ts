import { describe, expect, it } from 'vitest';
import { anOrderState } from '../../test/support/records.ts';
import { Stage } from '../../test/support/stage.ts';

describe('the inbox', () => {
  it('repeats to a new listener what a reading may lack, with the time of the notice', () => {
    const stage = new Stage();
    const tell = (orderId: string) =>
      stage.batch({ inbox: [{ kind: 'order', order: anOrderState({ orderId }) }] });
    tell('long ago');
    stage.now += 4_000;
    tell('before');
    stage.now += 2_000;
    const beforeAt = stage.now - 2_000;
    tell('just now');
    const heard: [string | undefined, number][] = [];
    const deaf = stage.floor.inbox.watch((event, at) =>
      heard.push([event.kind === 'order' ? event.order.orderId : undefined, at]),
    );
    tell('next');
    deaf();
    tell('too late');
    expect(heard).toEqual([
      ['before', beforeAt],
      ['just now', stage.now],
      ['next', stage.now],
    ]);
  });
});
