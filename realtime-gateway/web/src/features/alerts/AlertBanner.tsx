import { OctagonAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useFloor, useFloorState } from '../floor/context.ts';
import * as css from './alerts.css.ts';
import { ALERT_SETTLES_MS, alertShown } from './banner.state.ts';
import { NOTIFICATIONS_ID } from './Notifications.tsx';
import { alertText, alertTitle } from './words.ts';

/** A critical alert stands above the floor until it is acknowledged: it moves the floor and covers nothing. */
export function AlertBanner() {
  const { alerts } = useFloor();
  const open = useStore(alerts.state, state => state.open);
  const instruments = useFloorState(state => state.instruments);
  const [shownId, setShownId] = useState<string | null>(null);
  const critical = open.filter(alert => alert.severity === 'CRITICAL');
  const shown = alertShown(critical, shownId);
  if (shown && shown.alertId !== shownId) setShownId(shown.alertId);
  if (!shown) return null;
  const more = critical.length - 1;
  return (
    <div className={css.banner} role="alert" data-testid="alert-banner">
      <OctagonAlert className={css.bannerIcon} aria-hidden />
      <div className={css.bannerWords}>
        <strong className={css.bannerTitle}>{alertTitle(shown, instruments)}</strong>
        <span className={css.bannerText}>{alertText(shown)}</span>
      </div>
      <div className={css.bannerActions}>
        {more > 0 && (
          <button type="button" className={css.more} popoverTarget={NOTIFICATIONS_ID}>
            {more} more
          </button>
        )}
        <Acknowledge key={shown.alertId} alertId={shown.alertId} />
      </div>
    </div>
  );
}

/** Each alert has a button of its own, so that a press that began on one cannot end on the next. */
function Acknowledge({ alertId }: { alertId: string }) {
  const { alerts } = useFloor();
  const busy = useStore(alerts.state, state => state.sending.has(alertId));
  const live = useFloorState(state => state.connection.kind === 'live');
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), ALERT_SETTLES_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <button
      type="button"
      className={css.acknowledge}
      disabled={!settled || busy || !live}
      title={live ? undefined : 'There is no connection.'}
      onClick={() => alerts.acknowledge([alertId])}
    >
      {busy ? 'Acknowledging…' : 'Acknowledge'}
    </button>
  );
}
