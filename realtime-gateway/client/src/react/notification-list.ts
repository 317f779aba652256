import { ALERTS_CHANNEL } from '../alerts.ts';
import { SYSTEM_CHANNEL } from '../system.ts';
import { type Notification, readingOf } from './notification.ts';
import type { ChannelEvent, SharedChannels } from './shared-channels.ts';

/** Notifications that are kept to be read; the oldest goes first. */
export const NOTIFICATIONS_KEPT_MAX = 200;
/** Those that were cleared and are not to come back when they are told again. */
const CLEARED_KEPT_MAX = 1_000;

const CHANNELS = ['inbox', ALERTS_CHANNEL, SYSTEM_CHANNEL];

/** What a person should read, the newest first, for all components of a page. Kept while nobody watches. */
export class NotificationList {
  readonly #shared: SharedChannels;
  readonly #watching = new Set<() => void>();
  #list: readonly Notification[] = [];
  #cleared: readonly string[] = [];
  #ends: (() => void)[] = [];

  constructor(shared: SharedChannels) {
    this.#shared = shared;
  }

  readonly list = (): readonly Notification[] => this.#list;

  readonly watch = (changed: () => void): (() => void) => {
    this.#watching.add(changed);
    if (this.#watching.size === 1) {
      this.#ends = CHANNELS.map(channel => this.#shared.listen(channel, event => this.#take(event)));
    }
    return () => {
      if (!this.#watching.delete(changed) || this.#watching.size > 0) return;
      for (const end of this.#ends.splice(0)) end();
    };
  };

  readonly markAsRead = (id: string): void => {
    this.#put(this.#list.map(each => (each.id === id ? { ...each, read: true } : each)));
  };

  readonly markAllAsRead = (): void => {
    this.#put(this.#list.map(each => ({ ...each, read: true })));
  };

  readonly clearAll = (): void => {
    this.#cleared = [...this.#cleared, ...this.#list.map(each => each.id)].slice(-CLEARED_KEPT_MAX);
    this.#put([]);
  };

  #take(event: ChannelEvent): void {
    if (event.kind !== 'push') return;
    const { news, renewed, gone } = readingOf(event.push);
    const fresh = news.filter(({ id }) => !this.#isKnown(id));
    if (fresh.length + renewed.length + gone.length === 0) return;
    const out = new Set([...renewed.map(each => each.id), ...gone]);
    const added = [...renewed, ...fresh].map(each => ({ ...each, read: false }));
    const kept = this.#list.filter(each => !out.has(each.id));
    this.#put([...added, ...kept].slice(0, NOTIFICATIONS_KEPT_MAX));
  }

  #isKnown(id: string): boolean {
    return this.#cleared.includes(id) || this.#list.some(each => each.id === id);
  }

  #put(list: readonly Notification[]): void {
    this.#list = list;
    for (const changed of [...this.#watching]) changed();
  }
}
