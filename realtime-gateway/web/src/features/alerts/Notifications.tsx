import { Bell } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { floating } from '../../design/controls.css.ts';
import { dropdown } from '../../design/dropdown.css.ts';
import { Skeleton } from '../../design/Panel.tsx';
import { useFloor, useFloorState } from '../floor/context.ts';
import * as css from './alerts.css.ts';

/** The page has one notification centre; whoever shows an alert can open it. */
export const NOTIFICATIONS_ID = 'notifications';

const NotificationCentre = lazy(() =>
  import('./NotificationCentre.tsx').then(module => ({ default: module.NotificationCentre })),
);

/** In the frame: how much waits for this user; pressed, what. */
export function Notifications() {
  const { alerts } = useFloor();
  const open = useStore(alerts.state, state => state.open);
  const unread = useFloorState(state => state.notices.filter(notice => !notice.read).length);
  const [wanted, setWanted] = useState(false);
  const critical = open.some(alert => alert.severity === 'CRITICAL');
  const tone = critical ? 'critical' : open.length > 0 ? 'warning' : 'calm';
  const count = open.length + unread;
  const shown = count > COUNT_SHOWN_MAX ? '99+' : count;
  // Begins with what is seen, so that whoever speaks to the page can say it.
  const words = `${shown || 'No'} notifications: ${open.length} to acknowledge, ${unread} unread`;
  return (
    <>
      <button
        type="button"
        className={css.opener}
        popoverTarget={NOTIFICATIONS_ID}
        onClick={() => setWanted(true)}
        aria-label={words}
        title={words}
      >
        <Bell aria-hidden />
        {count > 0 && <span className={css.badge[tone]}>{shown}</span>}
      </button>
      <section
        id={NOTIFICATIONS_ID}
        popover="auto"
        className={`${floating} ${dropdown} ${css.sheet}`}
        aria-label="Notifications"
        onBeforeToggle={event => event.newState === 'open' && setWanted(true)}
      >
        {wanted && (
          <Suspense fallback={<Skeleton rows={4} label="Reading notifications" />}>
            <NotificationCentre />
          </Suspense>
        )}
      </section>
    </>
  );
}

const COUNT_SHOWN_MAX = 99;
