import { type Ending, type LiveCalls, lost } from './calls.ts';
import { EventStream, type StreamEvent } from './event-stream.ts';
import type { Arrivals } from './http-socket.ts';

/** Server-sent events: one answer that does not end carries everything down. */
export async function events(calls: LiveCalls, hello: string, arrivals: Arrivals): Promise<Ending> {
  const response = await calls.open('sse', hello);
  const reader = response.body?.getReader();
  if (!reader) return lost('the answer has no body');
  arrivals.begun();
  const text = new TextDecoder();
  const stream = new EventStream();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return lost('the answer ended');
    for (const event of stream.feed(text.decode(value, { stream: true }))) {
      const ending = take(event, arrivals);
      if (ending) return ending;
    }
  }
}

function take({ name, data }: StreamEvent, arrivals: Arrivals): Ending | null {
  if (name === 'close') return JSON.parse(data) as Ending;
  if (name === 'ping') arrivals.ping();
  if (name === '') arrivals.message(data);
  return null;
}
