import type { AlertState } from '@ringside/client';
import { OctagonAlert, TriangleAlert } from 'lucide-react';
import { stampText } from '../../data/format.ts';
import { button } from '../../design/controls.css.ts';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import * as css from './centre.css.ts';
import { alertTitle, timesText } from './words.ts';

interface AlertCardProps {
  alert: AlertState;
  busy: boolean;
  live: boolean;
}

/** One alert that waits. */
export function AlertCard({ alert, busy, live }: AlertCardProps) {
  const { alerts } = useFloor();
  const instruments = useFloorState(state => state.instruments);
  const [{ zone }] = usePreferences();
  const now = useNow();
  const critical = alert.severity === 'CRITICAL';
  const Icon = critical ? OctagonAlert : TriangleAlert;
  const title = alertTitle(alert, instruments);
  return (
    <li className={css.card} data-testid="alert">
      <Icon className={css.icon[critical ? 'down' : 'warning']} aria-hidden />
      <div className={css.words}>
        <span className={css.noticeTitle}>
          <span className={css.unseen}>{critical ? 'Critical: ' : 'Warning: '}</span>
          {title}
        </span>
        <span className={css.text}>{alert.text}</span>
        <span className={css.when}>
          {alert.account} · {timesText(alert)}
          <time dateTime={alert.lastAt}>{stampText(Date.parse(alert.lastAt), now, zone)}</time>
        </span>
      </div>
      <button
        type="button"
        className={`${button.outlined} ${css.press}`}
        aria-label={`Acknowledge: ${title}`}
        disabled={busy || !live}
        onClick={() => alerts.acknowledge([alert.alertId])}
      >
        {busy ? 'Sending…' : 'Acknowledge'}
      </button>
    </li>
  );
}
