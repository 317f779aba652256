// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { NOTIFICATIONS_KEPT_MAX, type NotificationsView, useNotifications } from '../../src/react/index.ts';
import { Page } from './page.tsx';

const AT = '2026-11-21T12:00:00Z';

function anAlert(alertId: string, text = 'A limit is nearly used.') {
  return { alertId, severity: 'WARNING', text, lastAt: AT, version: 1 };
}

const WORK = { notificationId: 'n-1', severity: 'INFO', text: 'Planned work.', from: AT, version: 1, at: AT };
const FILL = {
  side: 'BUY',
  instrument: 'CA',
  lastExecutionId: 'e-1',
  lastQuantity: '5',
  lastPrice: '9000',
  at: AT,
};

describe('useNotifications', () => {
  let page: Page;
  let view: { current: NotificationsView };
  let sequence: number;

  beforeEach(async () => {
    page = new Page();
    view = page.hook(useNotifications, {}).result;
    sequence = 0;
    await page.live();
    page.subscribed('system');
    page.push('system', 'system.list', {});
  });

  function tell(channel: string, type: string, data: unknown) {
    sequence += 1;
    page.push(channel, type, data, sequence, sequence - 1);
  }

  const texts = () => view.current.notifications.map(each => each.text);

  it('collects what a person should read, the newest first, each once', () => {
    tell('inbox', 'order.updated', { ...FILL, lastExecutionId: undefined });
    tell('inbox', 'order.updated', FILL);
    tell('inbox', 'order.updated', FILL);
    tell('inbox', 'command.refused', { clientOrderId: 'o-9', text: 'There is no such order.', at: AT });
    const asked = { rfqId: 'r-1', role: 'COUNTERPARTY', status: 'OPEN', side: 'SELL', quantity: '10' };
    tell('inbox', 'rfq.updated', { ...asked, instrument: 'CA', requestedAt: AT });
    tell('inbox', 'mood.changed', {});
    page.push('system', 'system.notification', WORK);
    expect(texts()).toEqual([
      'Planned work.',
      'Somebody wants to sell 10 CA and asks for a price.',
      'There is no such order.',
      'Bought 5 CA at 9000.',
    ]);
    expect(view.current.unreadCount).toBe(4);
    page.push('system', 'system.ended', { notificationId: 'n-1', reason: 'WITHDRAWN', at: AT });
    expect(texts()).not.toContain('Planned work.');
  });

  it('counts what is unread; what comes about again is unread again', () => {
    const alert = (type: string, text: string) =>
      page.push('alerts', type, anAlert('a-1', text), ++sequence, sequence - 1);
    alert('alert.raised', 'Half.');
    page.push('system', 'system.notification', WORK);
    const id = 'alert/a-1';
    act(() => view.current.markAsRead(id));
    expect(view.current.unreadCount).toBe(1);
    alert('alert.repeated', 'More.');
    expect(view.current.notifications[0]).toMatchObject({ id, text: 'More.', read: false });
    expect(view.current.unreadCount).toBe(2);
    act(() => view.current.markAllAsRead());
    expect(view.current.unreadCount).toBe(0);
  });

  it('is cleared for good: what a new connection tells again does not come back', () => {
    page.push('system', 'system.notification', WORK);
    act(() => view.current.clearAll());
    expect(view.current).toMatchObject({ notifications: [], unreadCount: 0 });
    page.push('system', 'system.list', { notifications: [WORK, { ...WORK, notificationId: 'n-2' }] });
    expect(view.current.notifications.map(each => each.id)).toEqual(['system/n-2']);
  });

  it('is one list for all components, kept while none shows it, and bounded', () => {
    const other = page.hook(useNotifications, {});
    page.push('system', 'system.notification', WORK);
    act(() => other.result.current.markAllAsRead());
    expect(view.current.unreadCount).toBe(0);
    for (let n = 0; n < NOTIFICATIONS_KEPT_MAX + 5; n++) {
      tell('inbox', 'order.updated', { ...FILL, lastExecutionId: `e-${n}` });
    }
    expect(view.current.notifications).toHaveLength(NOTIFICATIONS_KEPT_MAX);
    expect(view.current.notifications[0]?.id).toBe(`execution/e-${NOTIFICATIONS_KEPT_MAX + 4}`);
  });
});
