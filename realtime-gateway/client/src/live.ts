import type { Connection } from './connection.ts';
import type { ConnectionState } from './state.ts';

/** Resolves once the connection is live; rejects when it will never be. */
export function untilLive(connection: Pick<Connection, 'state' | 'watch'>): Promise<void> {
  return new Promise((resolve, reject) => {
    let end = () => {};
    const look = (state: ConnectionState) => {
      if (state.kind === 'live') resolve();
      else if (state.kind === 'stopped' || state.kind === 'signed-out') reject(new Error(state.reason));
      else if (state.kind === 'closed') reject(new Error('The connection was closed.'));
      else return;
      end();
    };
    end = connection.watch(look);
    look(connection.state);
  });
}
