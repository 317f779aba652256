import type { Price, Side } from '@ringside/client';
import { useStore } from 'zustand';
import { assertNever } from '../../data/assert-never.ts';
import { TICKET_WIDTH_MIN } from '../../design/theme.ts';
import { Positions } from '../positions/index.ts';
import { Quotes } from '../quotes/index.ts';
import { Requests, type RequestsStore } from '../requests/index.ts';
import { Ticket, type TicketStore } from '../ticket/index.ts';
import { Book, Tables } from './Book.tsx';
import { usePreferences } from './context.ts';
import { Divider } from './Divider.tsx';
import * as css from './floor.css.ts';
import type { Screen } from './screens.ts';
import type { Width } from './useMedia.ts';

interface WorkProps {
  width: Width;
  screen: Screen;
  open(screen: Screen): void;
  ticket: TicketStore;
  requests: RequestsStore;
}

/** The places of the floor, side by side as far as the page is wide. */
export function Work({ width, screen, open, ticket, requests }: WorkProps) {
  const { draft, choose, take, inquire } = useStore(ticket);
  const [{ ticketShare }] = usePreferences();
  const select = (instrument: string) => {
    choose(instrument);
    open('trade');
  };
  const takeAndOpen = (instrument: string, side: Side, price: Price) => {
    take(instrument, side, price);
    open('trade');
  };
  const ask = () => {
    inquire();
    open('trade');
  };
  const quotes = <Quotes selected={draft.instrument} select={select} take={takeAndOpen} />;
  const positions = <Positions select={select} />;
  const columns = { gridTemplateColumns: `minmax(0, 1fr) auto minmax(${TICKET_WIDTH_MIN}, ${ticketShare}%)` };
  const book = <Book width={width} screen={screen} open={open} requests={requests} ask={ask} />;
  switch (width) {
    case 'narrow':
      return (
        <main className={css.work}>
          <div className={css.single}>
            {screen === 'prices' && quotes}
            {screen === 'trade' && <Ticket store={ticket} />}
            {screen === 'requests' && <Requests store={requests} ask={ask} />}
            {screen === 'orders' && <Tables stacked trade={() => open('trade')} />}
            {screen === 'positions' && positions}
          </div>
        </main>
      );
    case 'medium':
      return (
        <main className={css.work} style={columns}>
          <div className={`${css.tables} ${css.tablesMedium}`}>
            {quotes}
            {book}
            {positions}
          </div>
          <Divider />
          <Ticket store={ticket} />
        </main>
      );
    case 'snug':
    case 'wide':
      return (
        <main className={css.work} style={columns}>
          <div className={`${css.tables} ${css.tablesWide}`}>
            {quotes}
            {positions}
            <div className={css.spanning}>{book}</div>
          </div>
          <Divider />
          <Ticket store={ticket} />
        </main>
      );
    default:
      return assertNever(width);
  }
}
