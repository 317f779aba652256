import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aQuote, aReceivedRfq, aSentRfq } from '../../../test/support/records.ts';
import { aScene } from '../../../test/support/scene.tsx';
import { FloorPage } from './index.ts';

/** The simulated page is as wide as it is told. */
const page = window as unknown as {
  happyDOM: { setViewport(size: { width: number; height: number }): void };
};
const SIZES = { wide: 1440, snug: 1024, narrow: 390 };

async function aFloor(size: keyof typeof SIZES) {
  act(() => page.happyDOM.setViewport({ width: SIZES[size], height: 844 }));
  const scene = await aScene(
    () => <FloorPage />,
    stage => stage.batch({ quotes: [aQuote()] }),
  );
  const asked = (rfqId = 'r-2', requestedAt = '2026-11-21T12:00:00Z') =>
    act(() => scene.stage.batch({ inbox: [{ kind: 'rfq', view: aReceivedRfq({ rfqId, requestedAt }) }] }));
  return { ...scene, asked, user: userEvent.setup() };
}

const priceOf = (rfqId: string) => document.querySelector<HTMLInputElement>(`[data-rfq-id="${rfqId}"] input`);

describe('the floor', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => page.happyDOM.setViewport({ width: 1024, height: 768 }));

  it('opens the ticket for an order or for a request by one key', async () => {
    const { user } = await aFloor('wide');
    await user.keyboard('r');
    expect(screen.getByRole('radio', { name: 'Request quotes' }).getAttribute('aria-checked')).toBe('true');
    expect(document.activeElement).toBe(screen.getByLabelText('Quantity'));
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('s');
    expect(screen.getByRole('radio', { name: 'Order' }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('radio', { name: 'Sell' }).getAttribute('aria-checked')).toBe('true');
  });

  it('counts in its frame who waits for an answer, and Q goes to the oldest', async () => {
    const { user, asked } = await aFloor('wide');
    asked('r-new', '2026-11-21T12:00:05Z');
    asked('r-old', '2026-11-21T12:00:01Z');
    expect(screen.getByRole('button', { name: /2.*requests to answer/ })).toBeTruthy();
    await user.keyboard('q');
    expect(document.activeElement).toBe(priceOf('r-old'));
  });

  it('has orders and requests in one place where there is no room for both', async () => {
    const { user, asked } = await aFloor('snug');
    asked();
    expect(screen.queryByText('Sell', { selector: 'h3 span' })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Requests 1' })).toBeTruthy();
    await user.keyboard('q');
    expect(document.activeElement).toBe(priceOf('r-2'));
    act(() => (document.activeElement as HTMLElement).blur());
    await user.keyboard('b');
    expect(screen.getByRole('radio', { name: 'Requests 1' }).getAttribute('aria-checked')).toBe('true');
  });

  it('shows on a telephone who waits, and the answers to what was asked', async () => {
    const { user, asked, stage } = await aFloor('narrow');
    asked();
    await user.click(screen.getByRole('button', { name: 'Requests, 1 to answer' }));
    expect(screen.getByLabelText('Price')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ask for a price' }));
    await user.keyboard('2.5{Enter}');
    act(() => stage.batch({ inbox: [{ kind: 'rfq', view: aSentRfq() }] }));
    expect(screen.getByText('2 asked, no price yet')).toBeTruthy();
  });

  it('leads from the notice of a request to its price', async () => {
    const { user, asked } = await aFloor('snug');
    asked();
    await user.click(screen.getByRole('button', { name: 'Answer' }));
    expect(document.activeElement).toBe(priceOf('r-2'));
  });
});
