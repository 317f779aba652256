import { assertNever } from '../../data/assert-never.ts';
import { averageText, priceText, quantityText } from '../../data/format.ts';
import type { Instruments } from '../../data/rows.ts';
import type { Toast } from '../../data/state.ts';
import { SIDE_WORDS, statusLook } from '../orders/status.ts';

export interface Notice {
  tone: 'up' | 'down' | 'warning' | 'information';
  title: string;
  text: string;
}

export function noticeOf({ news }: Toast, instruments: Instruments): Notice {
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
      const parts = [counted(news.fills, 'fill'), counted(news.ended, 'order ended', 'orders ended')].filter(
        Boolean,
      );
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
    case 'problem':
      return { tone: 'down', title: news.title, text: news.text };
    default:
      return assertNever(news);
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
}
