export { Ticket } from './Ticket.tsx';
export { createTicketStore, type TicketStore } from './ticket.store.ts';
