import { Suspense, useEffect, useState } from 'react';
import { AlertBanner, Notifications } from '../alerts/index.ts';
import { Banner, Rail, StatusLine, SystemBanner, TopBar } from '../frame/index.ts';
import { Toasts } from '../notices/index.ts';
import { pricedFirst } from '../quotes/index.ts';
import { Bell, createRequestsStore, unansweredOf } from '../requests/index.ts';
import { createTicketStore, type TicketStore } from '../ticket/index.ts';
import { BottomBar } from './BottomBar.tsx';
import { useFloor, useFloorState, useSettledRows } from './context.ts';
import * as css from './floor.css.ts';
import type { Screen } from './screens.ts';
import { useWidth } from './useMedia.ts';
import { useShortcuts } from './useShortcuts.ts';
import { Work } from './Work.tsx';

export function FloorPage() {
  const floor = useFloor();
  const width = useWidth();
  const [ticket] = useState(() => createTicketStore(floor.user.accounts[0] ?? ''));
  const [requests] = useState(createRequestsStore);
  const [screen, setScreen] = useState<Screen>('prices');
  // On a wider page the ticket and the prices are always in sight; nothing else has to make room for them.
  const open = (next: Screen) => {
    if (width === 'narrow' || next === 'orders' || next === 'requests') setScreen(next);
  };
  useFirstInstrument(ticket);
  useOpenedRequest(screen === 'trade' && width === 'narrow', () => setScreen('requests'));

  function answer(rfqId?: string): void {
    setScreen('requests');
    const oldest = rfqId ?? unansweredOf(floor.books.rfqs.list(), floor.clock.now())[0];
    if (oldest) requests.getState().answer(oldest);
  }
  useShortcuts(ticket, () => open('trade'), answer);

  return (
    <div className={css.page}>
      <TopBar>
        <Bell answer={() => answer()} />
        <Notifications />
      </TopBar>
      <div className={css.banners}>
        <AlertBanner />
        <SystemBanner />
        <Banner />
      </div>
      {width !== 'narrow' && <Rail />}
      <Work width={width} screen={screen} open={open} ticket={ticket} requests={requests} />
      {width === 'narrow' ? <BottomBar screen={screen} open={open} /> : <StatusLine />}
      <Suspense fallback={null}>
        <Toasts answer={answer} />
      </Suspense>
    </div>
  );
}

/** On a telephone, whoever has asked sees the answers come in. */
function useOpenedRequest(watching: boolean, open: () => void): void {
  const opened = useFloorState(state => state.inquiry?.view?.rfqId);
  const [seen, setSeen] = useState(opened);
  useEffect(() => {
    if (opened === seen) return;
    setSeen(opened);
    if (watching && opened) open();
  }, [opened, seen, watching, open]);
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
