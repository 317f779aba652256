import { Segmented } from '../../design/Segmented.tsx';
import { Orders } from '../orders/index.ts';
import { Badge, Requests, type RequestsStore, useUnanswered } from '../requests/index.ts';
import * as css from './floor.css.ts';
import type { Screen } from './screens.ts';
import type { Width } from './useMedia.ts';

interface BookProps {
  width: Width;
  screen: Screen;
  open(screen: Screen): void;
  requests: RequestsStore;
  ask(): void;
}

/** Orders and requests: beside each other where there is room for both, else one of them at a time. */
export function Book({ width, screen, open, requests, ask }: BookProps) {
  if (width === 'wide') {
    return (
      <div className={css.book}>
        <Orders />
        <Requests store={requests} ask={ask} />
      </div>
    );
  }
  const shown = screen === 'requests' ? 'requests' : 'orders';
  const head = <Switch shown={shown} open={open} />;
  return shown === 'requests' ? <Requests store={requests} ask={ask} head={head} /> : <Orders head={head} />;
}

function Switch({ shown, open }: { shown: 'orders' | 'requests'; open(screen: Screen): void }) {
  const waiting = useUnanswered();
  return (
    <Segmented
      place="head"
      aria-label="Orders or requests"
      value={shown}
      options={[
        ['orders', 'Orders'],
        [
          'requests',
          <span key="requests" className={css.counted}>
            Requests <Badge count={waiting} />
          </span>,
        ],
      ]}
      change={open}
    />
  );
}
