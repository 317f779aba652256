import { OctagonAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { useFloor, useFloorState } from '../floor/context.ts';
import * as css from './alerts.css.ts';
import { NOTIFICATIONS_ID } from './Notifications.tsx';
import { alertText, alertTitle } from './words.ts';

/** The newest critical alert stands above the floor until it is acknowledged: it moves the floor and covers nothing. */
export function AlertBanner() {
  const { alerts } = useFloor();
  const open = useStore(alerts.state, state => state.open);
  const sending = useStore(alerts.state, state => state.sending);
  const instruments = useFloorState(state => state.instruments);
  const live = useFloorState(state => state.connection.kind === 'live');
  const [first, ...more] = open.filter(alert => alert.severity === 'CRITICAL');
  if (!first) return null;
  const busy = sending.has(first.alertId);
  return (
    <div className={css.banner} role="alert" data-testid="alert-banner">
      <OctagonAlert className={css.bannerIcon} aria-hidden />
      <div className={css.bannerWords}>
        <strong className={css.bannerTitle}>{alertTitle(first, instruments)}</strong>
        <span className={css.bannerText}>{alertText(first)}</span>
      </div>
      <div className={css.bannerActions}>
        {more.length > 0 && (
          <button type="button" className={css.more} popoverTarget={NOTIFICATIONS_ID}>
            {more.length} more
          </button>
        )}
        <button
          type="button"
          className={css.acknowledge}
          disabled={busy || !live}
          title={live ? undefined : 'There is no connection.'}
          onClick={() => alerts.acknowledge([first.alertId])}
        >
          {busy ? 'Acknowledging…' : 'Acknowledge'}
        </button>
      </div>
    </div>
  );
}
