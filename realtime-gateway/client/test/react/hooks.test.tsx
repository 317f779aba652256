// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import {
  INSTRUMENTS_APART_MAX,
  useChannel,
  useConnection,
  useMarketData,
  useSessionStatus,
} from '../../src/react/index.ts';
import { RECEIVED } from '../floor.ts';
import { Page } from './page.tsx';

const AT = '2026-11-21T12:00:00Z';

function aQuote(instrument: string, sequence: number) {
  return { instrument, bid: '9000.00', sequence, stale: false, sourceAt: AT, at: AT, source: 'test' };
}

function aSession(version: number, status = 'ACTIVE') {
  const metrics = {
    profitAndLoss: '-125.50',
    currency: 'USD',
    totalTrades: 14,
    lossLimitUtilization: '62.75',
    secondsElapsed: 1_800,
    performanceScore: '71.4',
  };
  return { sessionId: 's-1', status, metrics, version, at: AT };
}

describe('useConnection', () => {
  it('follows the connection and sends commands', async () => {
    const page = new Page();
    const { result } = page.hook(useConnection, {});
    expect([result.current.isConnected, result.current.state.kind]).toEqual([false, 'connecting']);
    await page.live();
    expect(result.current.isConnected).toBe(true);
    const outcome = result.current.command({
      type: 'alert.acknowledge',
      body: { clientCommandId: 'k-1', alertIds: ['a'] },
    });
    page.socket.answer('command', { received: RECEIVED });
    expect(await outcome).toEqual({ kind: 'received', received: RECEIVED });
    await act(async () => page.socket.end(1006));
    expect(result.current.state.kind).toBe('reconnecting');
    await act(async () => {
      result.current.reconnect();
      await page.floor.world.pass(0);
    });
    expect(page.floor.world.sockets).toHaveLength(2);
  });

  it('is of no use outside of a provider, and says so', () => {
    expect(() => renderHook(useConnection)).toThrow('used outside of a RingsideProvider');
  });
});

function Price() {
  return <span data-testid="price">{useMarketData(['CA']).get('CA')?.bid ?? 'none'}</span>;
}

describe('useChannel', () => {
  it('gives the last push, and ends the subscription with the component', async () => {
    const page = new Page();
    const { result, unmount } = page.hook(useChannel, 'valuations.NORTH-1');
    expect(result.current).toEqual({ standing: 'waiting', last: null, refusal: null });
    await page.live();
    page.push('valuations.NORTH-1', 'valuation', { version: 1 });
    page.push('valuations.NORTH-1', 'valuation', { version: 2 });
    expect(result.current.standing).toBe('live');
    expect(result.current.last?.data).toEqual({ version: 2 });
    unmount();
    expect(page.socket.requests('unsubscribe')).toMatchObject([
      { unsubscribe: { channels: ['valuations.NORTH-1'] } },
    ]);
  });

  it('says what is refused, and leaves the connection alone', async () => {
    const page = new Page();
    await page.live();
    const { result } = page.hook(useChannel, 'valuations.OTHERS');
    page.refused('valuations.OTHERS', 'FORBIDDEN');
    expect(result.current.refusal).toEqual({ code: 'FORBIDDEN', message: 'No.' });
    expect(page.floor.connection.state.kind).toBe('live');
  });

  it('follows when another channel is wanted', async () => {
    const page = new Page();
    const { result, rerender } = page.hook(useChannel, 'valuations.A' as string);
    await page.live();
    page.push('valuations.A', 'valuation', { version: 1 });
    rerender('valuations.B');
    expect(result.current).toEqual({ standing: 'waiting', last: null, refusal: null });
    page.subscribed('valuations.B');
    page.push('valuations.B', 'valuation', { version: 7 });
    expect(result.current.last?.data).toEqual({ version: 7 });
  });
});

describe('useMarketData', () => {
  it('gives the latest quote of each instrument, whichever order they are named in', async () => {
    const page = new Page();
    const { result, rerender } = page.hook(useMarketData, ['CA', 'AH']);
    await page.live();
    expect(result.current.size).toBe(0);
    page.push('quotes.CA', 'quote', aQuote('CA', 1));
    page.push('quotes.AH', 'quote', aQuote('AH', 1));
    page.push('quotes.CA', 'quote', aQuote('CA', 2));
    rerender(['AH', 'CA']);
    expect(Object.fromEntries(result.current)).toEqual({ CA: aQuote('CA', 2), AH: aQuote('AH', 1) });
    expect(page.socket.requests('unsubscribe')).toEqual([]);
  });

  it('shares one subscription among components, and whoever comes later sees at once what is known', async () => {
    const page = new Page();
    await page.live();
    const first = page.hook(useMarketData, ['CA']);
    page.subscribed('quotes.CA');
    page.push('quotes.CA', 'quote', aQuote('CA', 5));
    const second = page.hook(useMarketData, ['CA']);
    expect(second.result.current.get('CA')?.sequence).toBe(5);
    expect(page.socket.requests('subscribe')).toHaveLength(1);
    first.unmount();
    page.push('quotes.CA', 'quote', aQuote('CA', 6));
    expect(second.result.current.get('CA')?.sequence).toBe(6);
    second.unmount();
    expect(page.socket.requests('unsubscribe')).toHaveLength(1);
  });

  it('takes many instruments from the quotes of all, and no others', async () => {
    const page = new Page();
    const many = Array.from({ length: INSTRUMENTS_APART_MAX + 1 }, (_, n) => `I-${n}`);
    const { result } = page.hook(useMarketData, many);
    await page.live();
    expect(page.socket.last('connect')).toMatchObject({ connect: { channels: ['quotes.*'] } });
    page.push('quotes.*', 'quote', aQuote('I-3', 1));
    page.push('quotes.*', 'quote', aQuote('OTHER', 1));
    expect([...result.current.keys()]).toEqual(['I-3']);
  });

  it('lives through the double mounting of strict mode and through reconnections', async () => {
    const page = new Page();
    const { getByTestId } = page.show(
      <StrictMode>
        <Price />
      </StrictMode>,
    );
    await page.live();
    page.push('quotes.CA', 'quote', aQuote('CA', 1));
    expect(getByTestId('price').textContent).toBe('9000.00');
    await act(async () => {
      page.socket.end(1006);
      await page.floor.world.pass(500);
    });
    await page.live();
    page.push('quotes.CA', 'quote', { ...aQuote('CA', 2), bid: '9001.00' });
    expect(getByTestId('price').textContent).toBe('9001.00');
  });
});

describe('useSessionStatus', () => {
  it('tells status and metrics, the higher version first, and why a session was stopped', async () => {
    const page = new Page();
    const { result } = page.hook(useSessionStatus, 's-1');
    await page.live();
    expect(result.current).toMatchObject({ status: null, metrics: null, isLoading: true });
    page.subscribed('sessions.s-1');
    page.push('sessions.s-1', 'session.status', aSession(2, 'PAUSED'));
    page.push('sessions.s-1', 'session.status', aSession(1));
    expect(result.current).toMatchObject({ status: 'PAUSED', isLoading: false, isUnavailable: false });
    expect(result.current.metrics?.lossLimitUtilization).toBe('62.75');
    const alert = { alertId: 'a', sessionId: 's-1', level: 'EMERGENCY', cause: 'LOSS_LIMIT', at: AT };
    page.push('sessions.s-1', 'risk.alert', alert);
    page.push('sessions.s-1', 'session.stopped', { sessionId: 's-1', reason: 'The limit.', at: AT });
    expect(result.current.lastRiskAlert).toEqual(alert);
    expect(result.current.stopped?.reason).toBe('The limit.');
  });

  it('says that a server tells nothing of it, instead of loading for ever', async () => {
    const page = new Page();
    const { result } = page.hook(useSessionStatus, 's-1');
    await page.live();
    page.refused('sessions.s-1', 'NOT_FOUND');
    expect(result.current).toMatchObject({ status: null, isLoading: false, isUnavailable: true });
  });
});
