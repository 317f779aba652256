import { useEffect } from 'react';
import type { TicketStore } from '../ticket/index.ts';

/** b, s and n put the cursor into the ticket, unless somebody is typing. */
export function useShortcuts(ticket: TicketStore, openTicket: () => void): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { aim, clear } = ticket.getState();
      if (event.key === 'n') clear();
      else if (event.key !== 'b' && event.key !== 's') return;
      event.preventDefault();
      openTicket();
      aim(event.key === 'b' ? 'BUY' : event.key === 's' ? 'SELL' : null);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [ticket, openTicket]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, select, textarea');
}
