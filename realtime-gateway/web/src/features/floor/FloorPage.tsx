import type { Price, Side } from '@ringside/client';
import { ArrowLeftRight, Briefcase, CandlestickChart, ListOrdered } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../data/assert-never.ts';
import { TICKET_WIDTH_MIN } from '../../design/theme.ts';
import { Banner, Rail, StatusLine, TopBar } from '../frame/index.ts';
import { Toasts } from '../notices/index.ts';
import { Orders } from '../orders/index.ts';
import { Positions } from '../positions/index.ts';
import { pricedFirst, Quotes } from '../quotes/index.ts';
import { createTicketStore, Ticket, type TicketStore } from '../ticket/index.ts';
import { useFloor, useFloorState, usePreferences, useSettledRows } from './context.ts';
import { Divider } from './Divider.tsx';
import * as css from './floor.css.ts';
import { useWidth } from './useMedia.ts';
import { useShortcuts } from './useShortcuts.ts';

type Screen = 'prices' | 'trade' | 'orders' | 'positions';

export function FloorPage() {
  const floor = useFloor();
  const width = useWidth();
  const [ticket] = useState(() => createTicketStore(floor.user.accounts[0] ?? ''));
  const [screen, setScreen] = useState<Screen>('prices');
  useFirstInstrument(ticket);
  useShortcuts(ticket, () => setScreen('trade'));

  return (
    <div className={css.page}>
      <TopBar />
      <Banner />
      {width !== 'narrow' && <Rail />}
      <Work width={width} screen={screen} open={setScreen} ticket={ticket} />
      {width === 'narrow' ? <BottomBar screen={screen} open={setScreen} /> : <StatusLine />}
      <Toasts />
    </div>
  );
}

interface WorkProps {
  width: ReturnType<typeof useWidth>;
  screen: Screen;
  open(screen: Screen): void;
  ticket: TicketStore;
}

function Work({ width, screen, open, ticket }: WorkProps) {
  const { draft, choose, take } = useStore(ticket);
  const [{ ticketShare }] = usePreferences();
  const select = (instrument: string) => {
    choose(instrument);
    open('trade');
  };
  const takeAndOpen = (instrument: string, side: Side, price: Price) => {
    take(instrument, side, price);
    open('trade');
  };
  const quotes = <Quotes selected={draft.instrument} select={select} take={takeAndOpen} />;
  const positions = <Positions select={select} />;
  const columns = { gridTemplateColumns: `minmax(0, 1fr) auto minmax(${TICKET_WIDTH_MIN}, ${ticketShare}%)` };
  switch (width) {
    case 'narrow':
      return (
        <main className={css.work}>
          <div className={css.single}>
            {screen === 'prices' && quotes}
            {screen === 'trade' && <Ticket store={ticket} />}
            {screen === 'orders' && <Orders trade={() => open('trade')} />}
            {screen === 'positions' && positions}
          </div>
        </main>
      );
    case 'medium':
      return (
        <main className={css.work} style={columns}>
          <div className={`${css.tables} ${css.tablesMedium}`}>
            {quotes}
            <Orders />
            {positions}
          </div>
          <Divider />
          <Ticket store={ticket} />
        </main>
      );
    case 'wide':
      return (
        <main className={css.work} style={columns}>
          <div className={`${css.tables} ${css.tablesWide}`}>
            {quotes}
            {positions}
            <div className={css.spanning}>
              <Orders />
            </div>
          </div>
          <Divider />
          <Ticket store={ticket} />
        </main>
      );
    default:
      return assertNever(width);
  }
}

const SCREENS = [
  { screen: 'prices', name: 'Prices', Icon: CandlestickChart },
  { screen: 'trade', name: 'Trade', Icon: ArrowLeftRight },
  { screen: 'orders', name: 'Orders', Icon: ListOrdered },
  { screen: 'positions', name: 'Positions', Icon: Briefcase },
] as const;

function BottomBar({ screen, open }: { screen: Screen; open(screen: Screen): void }) {
  return (
    <nav className={css.bottomBar} aria-label="Screens">
      {SCREENS.map(({ screen: target, name, Icon }) => (
        <button
          key={target}
          type="button"
          className={css.bottomTab}
          aria-current={target === screen ? 'page' : undefined}
          onClick={() => open(target)}
        >
          <Icon aria-hidden />
          {name}
        </button>
      ))}
    </nav>
  );
}

/** The ticket starts with the first instrument that has a price, so that B and a quantity are enough. */
function useFirstInstrument(ticket: TicketStore): void {
  const instruments = useFloorState(state => state.instruments);
  const priced = useSettledRows(useFloor().books.quotes);
  useEffect(() => {
    if (priced.length === 0 || ticket.getState().draft.instrument !== null) return;
    const [first] = pricedFirst(instruments, priced);
    if (first) ticket.getState().choose(first.id);
  }, [instruments, priced, ticket]);
}
