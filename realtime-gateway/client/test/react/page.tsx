import { act, cleanup, type RenderHookResult, render, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { RingsideProvider } from '../../src/react/index.ts';
import { TestFloor } from '../floor.ts';
import type { TestSocket } from '../world.ts';

afterEach(cleanup);

const START = { mode: 'live', position: { epoch: 'E', sequence: 0 } };
const LIVE: Record<string, unknown> = { inbox: START, alerts: START };

/** Components below a provider, on a connection whose other end is the test. */
export class Page {
  readonly floor = new TestFloor();

  readonly wrapper = ({ children }: { children: ReactNode }) => (
    <RingsideProvider connection={this.floor.connection}>{children}</RingsideProvider>
  );

  hook<Result, Props>(use: (props: Props) => Result, initialProps: Props): RenderHookResult<Result, Props> {
    return renderHook(use, { wrapper: this.wrapper, initialProps });
  }

  show(view: ReactNode) {
    return render(view, { wrapper: this.wrapper });
  }

  /** A connection that lets the page have every channel of its first frame. */
  async live(): Promise<void> {
    await act(async () => {
      await this.floor.world.pass(0);
      const { socket } = this.floor.world;
      socket.open();
      const { channels } = socket.last('connect').connect as { channels: string[] };
      const answers = Object.fromEntries(
        channels.map(channel => [channel, LIVE[channel] ?? { mode: 'live' }]),
      );
      socket.answer('connect', { connected: this.floor.connected(answers) });
      await this.floor.world.pass(0);
    });
  }

  get socket(): TestSocket {
    return this.floor.world.socket;
  }

  push(channel: string, type: string, data: unknown, sequence?: number, previous?: number): void {
    const place = sequence === undefined ? {} : { sequence, previous };
    act(() => this.socket.deliver({ push: { channel, type, ...place, data } }));
  }

  /** The server lets the page have a channel that it asked for apart. */
  subscribed(channel: string): void {
    const { id } = this.#asked(channel);
    act(() => this.socket.deliver({ id, result: { subscribed: { [channel]: { mode: 'live' } } } }));
  }

  refused(channel: string, code: string): void {
    const { id } = this.#asked(channel);
    act(() => this.socket.deliver({ id, error: { code, message: 'No.', temporary: false } }));
  }

  #asked(channel: string) {
    const asked = this.socket
      .requests('subscribe')
      .find(({ subscribe }) => (subscribe as { channels: string[] }).channels.includes(channel));
    if (!asked) throw new Error(`nobody asked for ${channel}`);
    return asked;
  }
}
