import { browserSurroundings } from '@ringside/client';
import { FeedEngine } from './feed-engine.ts';
import type { FromFeed, ToFeed } from './feed-messages.ts';

interface WorkerScope {
  postMessage(message: FromFeed): void;
  onmessage: ((event: MessageEvent<ToFeed>) => void) | null;
}

const scope = globalThis as unknown as WorkerScope;
const engine = new FeedEngine(browserSurroundings(), message => scope.postMessage(message));
scope.onmessage = event => engine.receive(event.data);
