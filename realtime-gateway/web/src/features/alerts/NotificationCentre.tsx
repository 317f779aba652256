import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import { useStore } from 'zustand';
import { stampText } from '../../data/format.ts';
import type { KeptNotice } from '../../data/state.ts';
import { button } from '../../design/controls.css.ts';
import { useFloor, useFloorState, useNow, usePreferences } from '../floor/context.ts';
import { noticeOf } from '../notices/notice.state.ts';
import { AlertCard } from './AlertCard.tsx';
import * as css from './centre.css.ts';
import { waitingText } from './centre.state.ts';

const ICONS = { up: CircleCheck, down: CircleX, warning: TriangleAlert, information: Info };

/** What is to be acknowledged, and below it what was told. */
export function NotificationCentre() {
  return (
    <>
      <ToAcknowledge />
      <Told />
    </>
  );
}

function ToAcknowledge() {
  const { alerts } = useFloor();
  const { open, sending, fault, reading } = useStore(alerts.state);
  const live = useFloorState(state => state.connection.kind === 'live');
  const waiting = open.filter(alert => !sending.has(alert.alertId));
  const note = waitingText(reading, live, open.length);
  return (
    <section aria-label="To acknowledge">
      <header className={css.head}>
        <h2 className={css.title}>To acknowledge</h2>
        <span className={css.count}>{open.length}</span>
        {open.length > 1 && (
          <button
            type="button"
            className={`${button.quiet} ${css.tool}`}
            disabled={!live || waiting.length === 0}
            onClick={() => alerts.acknowledge(waiting.map(alert => alert.alertId))}
          >
            Acknowledge all
          </button>
        )}
      </header>
      {fault !== null && (
        <p className={css.fault} role="alert">
          {fault}
        </p>
      )}
      {note !== null && <p className={css.note}>{note}</p>}
      {open.length > 0 && (
        <ul className={css.list}>
          {open.map(alert => (
            <AlertCard key={alert.alertId} alert={alert} busy={sending.has(alert.alertId)} live={live} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Told() {
  const { notices: board } = useFloor();
  const notices = useFloorState(state => state.notices);
  const unread = notices.filter(notice => !notice.read).length;
  return (
    <section aria-label="Notices">
      <header className={css.head}>
        <h2 className={css.title}>Notices</h2>
        <span className={css.count}>{unread === 0 ? 'all read' : `${unread} unread`}</span>
        {notices.length > 0 && (
          <span className={css.tools}>
            <button
              type="button"
              className={`${button.quiet} ${css.tool}`}
              disabled={unread === 0}
              onClick={() => board.markAllRead()}
            >
              Mark all as read
            </button>
            <button type="button" className={`${button.quiet} ${css.tool}`} onClick={() => board.clear()}>
              Clear
            </button>
          </span>
        )}
      </header>
      {notices.length === 0 ? (
        <p className={css.note}>Nothing was told since this page was opened.</p>
      ) : (
        <ul className={css.list}>
          {notices.map(notice => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NoticeLine({ notice }: { notice: KeptNotice }) {
  const instruments = useFloorState(state => state.instruments);
  const counterparties = useFloorState(state => state.counterparties);
  const [{ zone }] = usePreferences();
  const now = useNow();
  const { tone, title, text } = noticeOf(notice, instruments, counterparties);
  const Icon = ICONS[tone];
  return (
    <li className={css.notice} data-unread={!notice.read} data-testid="notice">
      <Icon className={css.icon[tone]} aria-hidden />
      <div className={css.words}>
        <span className={css.noticeTitle}>
          {title}
          {!notice.read && <span className={css.unseen}> (unread)</span>}
        </span>
        <span className={css.text}>{text}</span>
      </div>
      <time className={css.time} dateTime={new Date(notice.at).toISOString()}>
        {stampText(notice.at, now, zone)}
      </time>
    </li>
  );
}
