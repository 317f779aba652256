import type { RfqView } from '@ringside/client';
import { assertNever } from '../../data/assert-never.ts';
import type { Deed } from '../../data/deed.ts';
import type { Instruments } from '../../data/rows.ts';
import { amountOf, ownSide, priceOf } from './words.ts';

export interface DeedWords {
  tone: 'wait' | 'unknown' | 'bad';
  text: string;
}

const DOING = { BUY: 'Buying', SELL: 'Selling' } as const;

/** What has become of the last press about a request; null when there is nothing left to say. */
export function deedWords(deed: Deed, view: RfqView, instruments: Instruments): DeedWords | null {
  const doing = doingOf(deed, view, instruments);
  switch (deed.fate.kind) {
    case 'sending':
      return { tone: 'wait', text: `${doing}…` };
    case 'received':
      return { tone: 'wait', text: `${doing}: received, the floor decides…` };
    case 'unknown': {
      const times = deed.fate.asked === 1 ? 'once' : `${deed.fate.asked} times`;
      return {
        tone: 'unknown',
        text: `${doing}: unknown, asking again (asked ${times}). It will not be sent twice.`,
      };
    }
    case 'refused':
      return { tone: 'bad', text: deed.fate.text || deed.fate.code };
    case 'done':
      return null;
    default:
      return assertNever(deed.fate);
  }
}

function doingOf({ verb, price }: Deed, view: RfqView, instruments: Instruments): string {
  const at = price ? ` at ${priceOf(price, view, instruments)}` : '';
  switch (verb) {
    case 'accept':
      return `${DOING[ownSide(view)]} ${amountOf(view, instruments)}${at}`;
    case 'quote':
      return `Quoting${at.replace(' at', '')}`;
    case 'pass':
      return 'Passing';
    case 'cancel':
      return 'Cancelling';
    default:
      return assertNever(verb);
  }
}
