import type { KeyboardEvent, PointerEvent } from 'react';
import { TICKET_SHARE_MAX, TICKET_SHARE_MIN } from '../../data/preferences.ts';
import { usePreferences } from './context.ts';
import * as css from './floor.css.ts';

const clamp = (share: number) => Math.min(TICKET_SHARE_MAX, Math.max(TICKET_SHARE_MIN, Math.round(share)));

/** Between tables and ticket; moved by pointer or arrow keys, remembered on this device. */
export function Divider() {
  const [{ ticketShare }, change] = usePreferences();

  function drag(event: PointerEvent<HTMLElement>): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const work = event.currentTarget.parentElement?.getBoundingClientRect();
    if (work) change({ ticketShare: clamp(((work.right - event.clientX) / work.width) * 100) });
  }

  function step(event: KeyboardEvent): void {
    if (event.key === 'ArrowLeft') change({ ticketShare: clamp(ticketShare + 1) });
    if (event.key === 'ArrowRight') change({ ticketShare: clamp(ticketShare - 1) });
  }

  return (
    <div
      className={css.divider}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the ticket"
      aria-valuenow={ticketShare}
      aria-valuemin={TICKET_SHARE_MIN}
      aria-valuemax={TICKET_SHARE_MAX}
      tabIndex={0}
      onPointerDown={event => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={step}
    />
  );
}
