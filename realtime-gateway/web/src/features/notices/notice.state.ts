import { assertNever } from '../../data/assert-never.ts';
import { averageText, priceText, quantityText } from '../../data/format.ts';
import type { RfqNews } from '../../data/rfq-news.ts';
import type { Instruments } from '../../data/rows.ts';
import type { Counterparties, Toast } from '../../data/state.ts';
import { alertTitle } from '../alerts/words.ts';
import { SIDE_WORDS, statusLook } from '../orders/status.ts';
import { amountOf, askerName, dealerName, endOf, priceOf, tradeText } from '../requests/words.ts';

export interface Notice {
  tone: 'up' | 'down' | 'warning' | 'information';
  title: string;
  text: string;
}

export function noticeOf(
  { news }: Toast,
  instruments: Instruments,
  counterparties: Counterparties = new Map(),
): Notice {
  switch (news.kind) {
    case 'filled': {
      const { order } = news;
      const instrument = instruments.get(order.instrument);
      const tick = instrument?.priceTick ?? order.lastPrice ?? order.averagePrice;
      const price = order.lastPrice && tick ? priceText(order.lastPrice, tick) : '–';
      const average = order.averagePrice && tick ? `, average ${averageText(order.averagePrice, tick)}` : '';
      const symbol = instrument?.symbol ?? order.instrument;
      const last = quantityText(order.lastQuantity ?? order.filled);
      const how = order.status === 'FILLED' ? 'Filled' : 'Part filled';
      return {
        tone: 'up',
        title: `${SIDE_WORDS[order.side]} ${last} ${symbol} at ${price}`,
        text: `${how}: ${quantityText(order.filled)} of ${quantityText(order.quantity)}${average}.`,
      };
    }
    case 'ended': {
      const { order } = news;
      const symbol = instruments.get(order.instrument)?.symbol ?? order.instrument;
      const rejected = order.status === 'REJECTED';
      const side = SIDE_WORDS[order.side].toLowerCase();
      return {
        tone: rejected ? 'down' : 'information',
        title: `${statusLook(order.status).word}: ${side} ${quantityText(order.quantity)} ${symbol}`,
        text: order.text ?? order.reason ?? `${quantityText(order.filled)} was filled.`,
      };
    }
    case 'refused':
      return { tone: 'down', title: 'Refused', text: news.refused.text };
    case 'missed': {
      const parts = [
        counted(news.fills, 'fill'),
        counted(news.ended, 'order ended', 'orders ended'),
        counted(news.trades, 'request traded', 'requests traded'),
      ].filter(Boolean);
      const what =
        parts.length > 0
          ? `${parts.join(', ')}.`
          : counted(news.updates, 'update') || 'The books were read again.';
      return {
        tone: 'information',
        title: 'While you were away',
        text: news.incomplete ? `${what} Older notices are gone; the tables are complete.` : what,
      };
    }
    case 'rfq-refused':
      return { tone: 'down', title: 'Request refused', text: news.refused.text };
    case 'problem':
      return { tone: 'down', title: news.title, text: news.text };
    case 'warned':
      return { tone: 'warning', title: alertTitle(news.alert, instruments), text: news.alert.text };
    case 'settled-elsewhere':
      return {
        tone: 'information',
        title: 'Acknowledged on another device',
        text: `${counted(news.count, 'alert')} you need not look at here.`,
      };
    default:
      return requestNotice(news, instruments, counterparties);
  }
}

function requestNotice(
  news: Exclude<RfqNews, { kind: 'rfq-refused' }>,
  instruments: Instruments,
  counterparties: Counterparties,
): Notice {
  const { view } = news;
  const amount = amountOf(view, instruments);
  const verb = view.side === 'BUY' ? 'buy' : 'sell';
  switch (news.kind) {
    case 'rfq-asked': {
      const title = `${askerName(view, counterparties)} asks for a price`;
      return { tone: 'information', title, text: `They want to ${verb} ${amount}.` };
    }
    case 'rfq-quoted': {
      const { price } = news.answer;
      const dealer = dealerName(news.answer, counterparties);
      const told = price ? priceOf(price, view, instruments) : 'a price';
      return { tone: 'information', title: `${dealer} quotes ${told}`, text: `To ${verb} ${amount}.` };
    }
    case 'rfq-withdrawn': {
      const title = `${dealerName(news.answer, counterparties)} took its price back`;
      return { tone: 'warning', title, text: `Your request to ${verb} ${amount} is still open.` };
    }
    case 'rfq-traded': {
      const text = `${amount} is in your position now.`;
      return { tone: 'up', title: plainly(tradeText(view, instruments, counterparties) ?? 'Traded'), text };
    }
    case 'rfq-ended': {
      const { word, text } = endOf(view, instruments, counterparties);
      return { tone: 'information', title: `${word}: ${verb} ${amount}`, text };
    }
    default:
      return assertNever(news);
  }
}

/** A sentence as a title. */
function plainly(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
