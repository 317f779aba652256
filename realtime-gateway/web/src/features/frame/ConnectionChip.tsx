import { CloudOff, RefreshCw, Wifi } from 'lucide-react';
import { useFloorState, useNow } from '../floor/context.ts';
import { connectionView } from './connection.state.ts';
import * as css from './frame.css.ts';

const ICONS = { good: Wifi, wait: RefreshCw, bad: CloudOff };

export function ConnectionChip() {
  const connection = useFloorState(state => state.connection);
  const view = connectionView(connection, useNow());
  const Icon = ICONS[view.tone];
  return (
    <span
      className={css.connection[view.tone]}
      title={view.sentence}
      data-testid="connection"
      data-state={connection.kind}
      data-transport={connection.kind === 'live' ? connection.transport : undefined}
    >
      <Icon aria-hidden />
      <span className={view.tone === 'good' ? undefined : css.trouble}>{view.word}</span>
      {view.via && <span className={css.via}>{view.via}</span>}
      {connection.kind === 'live' && connection.roundTripMs !== null && (
        <span className={css.roundTrip} title="Round trip to the gateway">
          {connection.roundTripMs} ms
        </span>
      )}
    </span>
  );
}
