import type { FromFeed, ToFeed } from './feed-messages.ts';

/** The way to the socket, wherever it lives: a worker in the app, the same thread in tests. */
export interface FeedPort {
  send(message: ToFeed): void;
  close(): void;
}

/** Starts the worker and tells it when the page wakes up or the network changes. */
export function startFeedWorker(receive: (message: FromFeed) => void): FeedPort {
  const worker = new Worker(new URL('./feed.worker.ts', import.meta.url), { type: 'module', name: 'feed' });
  worker.onmessage = (event: MessageEvent<FromFeed>) => receive(event.data);
  const send = (message: ToFeed) => worker.postMessage(message);
  const ending = new AbortController();
  const options = { signal: ending.signal };
  const tellVisible = () => send({ kind: 'visible', visible: document.visibilityState === 'visible' });
  document.addEventListener('visibilitychange', tellVisible, options);
  window.addEventListener('online', () => send({ kind: 'wake' }), options);
  window.addEventListener('offline', () => send({ kind: 'network-lost' }), options);
  window.addEventListener('pageshow', () => send({ kind: 'wake' }), options);
  return {
    send,
    close: () => {
      ending.abort();
      send({ kind: 'close' });
      worker.terminate();
    },
  };
}
