import { act, cleanup, type RenderHookResult, render, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import { RingsideProvider } from '../../src/react/index.ts';
import { TestFloor } from '../floor.ts';
import type { TestSocket } from '../world.ts';

afterEach(cleanup);

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

  async live(): Promise<TestSocket> {
    let socket: TestSocket | undefined;
    await act(async () => {
      socket = await this.floor.goLive();
    });
    if (!socket) throw new Error('no socket');
    return socket;
  }

  get socket(): TestSocket {
    return this.floor.world.socket;
  }

  push(channel: string, type: string, data: unknown, sequence?: number, previous?: number): void {
    const place = sequence === undefined ? {} : { sequence, previous };
    act(() => this.socket.deliver({ push: { channel, type, ...place, data } }));
  }

  /** The server lets the page have the channel that it asked for. */
  subscribed(channel: string, how: unknown = { mode: 'live' }): void {
    const { id } = this.#asked(channel);
    act(() => this.socket.deliver({ id, result: { subscribed: { [channel]: how } } }));
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
