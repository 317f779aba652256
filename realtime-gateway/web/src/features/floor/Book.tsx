import { type ReactNode, Suspense } from 'react';
import { Panel, Skeleton } from '../../design/Panel.tsx';
import { Segmented } from '../../design/Segmented.tsx';
import { Activity, ALL, RFQS, TRANSACTIONS, type View } from '../activity/index.ts';
import { Orders } from '../orders/index.ts';
import { Badge, Requests, type RequestsStore, useUnanswered } from '../requests/index.ts';
import { usePreferences } from './context.ts';
import * as css from './floor.css.ts';
import type { Screen } from './screens.ts';
import type { Width } from './useMedia.ts';

const VIEWS: Readonly<Record<string, View>> = { activity: ALL, rfqs: RFQS, transactions: TRANSACTIONS };
const TABS: readonly (readonly [string, ReactNode])[] = [
  ['activity', ALL.title],
  ['orders', 'Orders'],
  ['rfqs', RFQS.title],
  ['transactions', TRANSACTIONS.title],
];

interface BookProps {
  width: Width;
  screen: Screen;
  open(screen: Screen): void;
  requests: RequestsStore;
  ask(): void;
}

/** What happened, and beside it what waits for an answer where there is room for both, else one of them at a time. */
export function Book({ width, screen, open, requests, ask }: BookProps) {
  if (width === 'wide') {
    return (
      <div className={css.book}>
        <Tables />
        <Requests store={requests} ask={ask} />
      </div>
    );
  }
  const asked = screen === 'requests';
  const choose = (tab: string) => open(tab === 'requests' ? 'requests' : 'orders');
  const waiting = (
    <span key="requests" className={css.counted}>
      Requests <Waiting />
    </span>
  );
  const extra = [['requests', waiting]] as const;
  if (!asked) return <Tables extra={extra} chosen={choose} />;
  return (
    <Requests store={requests} ask={ask} head={<Tabs extra={extra} value="requests" chosen={choose} />} />
  );
}

interface TablesProps {
  /** Tabs of something else that shares the place. */
  extra?: readonly (readonly [string, ReactNode])[];
  /** Told of each choice. */
  chosen?(tab: string): void;
  /** Opens the ticket where it is a screen of its own. */
  trade?(): void;
  /** The tabs stand above, because the head has no room for them. */
  stacked?: boolean;
}

/** The tables of what happened, one at a time; this device remembers which. */
export function Tables({ extra, chosen, trade, stacked = false }: TablesProps) {
  const [{ tab }] = usePreferences();
  const tabs = <Tabs {...(extra && { extra })} {...(chosen && { chosen })} value={tab} />;
  const head = stacked ? undefined : tabs;
  const view = VIEWS[tab];
  const table = view ? (
    <Suspense fallback={<Coming view={view} head={head} />}>
      <Activity key={view.name} view={view} head={head} />
    </Suspense>
  ) : (
    <Orders head={head} {...(trade && { trade })} />
  );
  if (!stacked) return table;
  return (
    <div className={css.stacked}>
      <div className={css.stackedTabs}>{tabs}</div>
      {table}
    </div>
  );
}

interface TabsProps extends Pick<TablesProps, 'extra' | 'chosen'> {
  value: string;
}

function Tabs({ extra = [], value, chosen }: TabsProps) {
  const [, change] = usePreferences();
  const known = [...TABS, ...extra].some(([tab]) => tab === value);
  return (
    <Segmented
      place="head"
      aria-label="What to look at"
      value={known ? value : 'orders'}
      options={[...TABS, ...extra]}
      change={tab => {
        if (TABS.some(([each]) => each === tab)) change({ tab });
        chosen?.(tab);
      }}
    />
  );
}

function Coming({ view, head }: { view: View; head: ReactNode }) {
  return (
    <Panel title={view.title} head={head}>
      <Skeleton rows={6} label={`${view.title}: loading`} />
    </Panel>
  );
}

function Waiting() {
  return <Badge count={useUnanswered()} />;
}
