import { TriangleAlert } from 'lucide-react';
import { useFloor, useFloorState, useNow } from '../floor/context.ts';
import { BANNER_AFTER_MS, connectionView } from './connection.state.ts';
import * as css from './frame.css.ts';

/** Appears when the connection has been missing for two seconds, or when the books could not be read. */
export function Banner() {
  const floor = useFloor();
  const connection = useFloorState(state => state.connection);
  const since = useFloorState(state => state.connectionSince);
  const snapshot = useFloorState(state => state.snapshot);
  const now = useNow();
  const view = connectionView(connection, now);
  const tone = view.tone === 'bad' ? 'bad' : 'wait';

  if (connection.kind !== 'live' && now - since >= BANNER_AFTER_MS) {
    return (
      <div className={css.banner[tone]} role="status">
        <TriangleAlert className={css.bannerIcon[tone]} aria-hidden />
        <span>{view.sentence}</span>
        {view.canRetry && (
          <button type="button" className={css.bannerAction} onClick={() => floor.reconnectNow()}>
            Try now
          </button>
        )}
      </div>
    );
  }
  if (snapshot.kind === 'failed') {
    return (
      <div className={css.banner.wait} role="status">
        <TriangleAlert className={css.bannerIcon.wait} aria-hidden />
        <span>
          Orders and positions could not be read: {snapshot.reason} Live updates still arrive; it is tried
          again.
        </span>
        <button type="button" className={css.bannerAction} onClick={() => void floor.load()}>
          Read again
        </button>
      </div>
    );
  }
  return null;
}
