import { useStore } from 'zustand';
import { ageText, clockText, zoneName } from '../../data/format.ts';
import { StatusMark } from '../../design/StatusMark.tsx';
import { useDesk, useFloor, useFloorState, useNow, usePreferences, useRows } from '../floor/context.ts';
import { isStale } from '../quotes/staleness.ts';
import * as css from './frame.css.ts';

/** Without a message for this long the rate is nought, whatever it was. */
const SILENT_AFTER_MS = 3_000;

export function StatusLine() {
  const environment = useStore(useDesk().environment);
  const snapshot = useFloorState(state => state.snapshot);
  const rate = useFloorState(state => state.messagesPerSecond);
  const lastMessageAt = useFloorState(state => state.lastMessageAt);
  const gaps = useFloorState(state => state.traffic.gaps);
  const [{ zone }] = usePreferences();
  const now = useNow();
  const silent = lastMessageAt === null || now - lastMessageAt > SILENT_AFTER_MS;
  return (
    <footer className={css.statusLine}>
      <FeedHealth />
      {(rate !== null || silent) && <span className={css.statusItem}>{silent ? 0 : rate} messages/s</span>}
      {silent && lastMessageAt !== null && (
        <span className={css.statusItem}>last message {ageText(now - lastMessageAt)} ago</span>
      )}
      <span className={`${css.statusItem} ${css.wideOnly}`}>
        {snapshot.kind === 'ready'
          ? `last sync ${clockText(snapshot.at, zone)} ${zoneName(zone)}`
          : 'not synced yet'}
      </span>
      {gaps > 0 && <span className={css.statusItem}>{gaps} gaps filled</span>}
      <span className={css.build}>Ringside {environment?.version ?? ''}</span>
    </footer>
  );
}

function FeedHealth() {
  const quotes = useRows(useFloor().books.quotes);
  const now = useNow();
  const fresh = quotes.filter(row => !isStale(row, now)).length;
  const sources = [...new Set(quotes.map(row => row.quote.source))].join(', ');
  if (quotes.length === 0) return <span className={css.statusItem}>no prices yet</span>;
  const tone = fresh === quotes.length ? 'up' : fresh === 0 ? 'down' : 'warning';
  return (
    <span className={css.statusItem}>
      <StatusMark tone={tone} shape={tone === 'up' ? 'full' : tone === 'down' ? 'cross' : 'half'} />
      {sources}: {fresh} of {quotes.length} prices fresh
    </span>
  );
}
