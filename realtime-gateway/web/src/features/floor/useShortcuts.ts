import { useEffect } from 'react';
import type { TicketStore } from '../ticket/index.ts';

/**
 * b, s and n put the cursor into the order ticket, r into the same for a request for quotes, q into the price of the
 * oldest request that waits for an answer; unless somebody is typing.
 */
export function useShortcuts(ticket: TicketStore, openTicket: () => void, answer: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { aim, clear, inquire } = ticket.getState();
      const keys: Record<string, () => void> = {
        b: () => aim('BUY'),
        s: () => aim('SELL'),
        n: () => {
          clear();
          aim(null);
        },
        r: inquire,
        q: answer,
      };
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      if (event.key !== 'q') openTicket();
      act();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [ticket, openTicket, answer]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}
