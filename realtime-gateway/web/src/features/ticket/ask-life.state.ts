import type { Inquiry } from '../../data/inquiry.ts';
import type { Instruments } from '../../data/rows.ts';
import type { Counterparties } from '../../data/state.ts';
import { endOf } from '../requests/words.ts';
import { receivedStep, type Step, sentStep, step } from './order-life.state.ts';

/** The way of a request for quotes: sent, received, open, and how it ended. */
export function askLife(inquiry: Inquiry, instruments: Instruments, counterparties: Counterparties): Step[] {
  return [
    sentStep(inquiry),
    receivedStep(inquiry),
    openStep(inquiry),
    endStep(inquiry, instruments, counterparties),
  ];
}

function openStep({ delivery, view, openedAt, sentAt }: Inquiry): Step {
  if (view === null || openedAt === null) return step('Open', delivery.kind === 'received' ? 'now' : 'ahead');
  const asked = view.quotes.length;
  return step(
    'Open',
    'done',
    openedAt - sentAt,
    `${asked} ${asked === 1 ? 'counterparty' : 'counterparties'} asked.`,
  );
}

function endStep({ view }: Inquiry, instruments: Instruments, counterparties: Counterparties): Step {
  if (view === null) return step('Traded', 'ahead');
  if (view.status !== 'OPEN') {
    const { word, text } = endOf(view, instruments, counterparties);
    return step(word, view.status === 'TRADED' ? 'done' : 'failed', null, text);
  }
  const prices = view.quotes.filter(answer => answer.status === 'ACTIVE').length;
  const note =
    prices === 0 ? 'No price yet.' : `${prices} ${prices === 1 ? 'price' : 'prices'} to choose from.`;
  return step('Traded', 'now', null, note);
}
