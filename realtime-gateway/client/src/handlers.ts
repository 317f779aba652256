import type { Push } from './protocol.ts';
import type { PushBodies, PushType, TypedPush } from './push-types.ts';

export type PushHandler<Type extends PushType> = (data: PushBodies[Type], push: TypedPush<Type>) => void;
export type ChannelHandler = (push: Push) => void;

type Call = (push: Push) => void;

/** Who wants to hear of which type of push, and of which channel. */
export class Handlers {
  readonly #types = new Registry();
  readonly #channels = new Registry();

  /** Until the answer is called, or `off` with the same two. Registered twice it is called once. */
  on<Type extends PushType>(type: Type, handler: PushHandler<Type>): () => void {
    const call: Call = push => handler(push.data as PushBodies[Type], push as TypedPush<Type>);
    return this.#types.add(type, handler, call);
  }

  off<Type extends PushType>(type: Type, handler: PushHandler<Type>): void {
    this.#types.remove(type, handler);
  }

  onChannel(channel: string, handler: ChannelHandler): () => void {
    return this.#channels.add(channel, handler, handler);
  }

  offChannel(channel: string, handler: ChannelHandler): void {
    this.#channels.remove(channel, handler);
  }

  /** Calls everybody, whoever throws; the first error is thrown when all were called. */
  dispatch(push: Push): void {
    const calls = [...this.#types.of(push.type), ...this.#channels.of(push.channel)];
    const errors: unknown[] = [];
    for (const call of calls) {
      try {
        call(push);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}

class Registry {
  readonly #calls = new Map<string, Map<unknown, Call>>();

  add(key: string, handler: unknown, call: Call): () => void {
    const calls = this.#calls.get(key) ?? new Map<unknown, Call>();
    this.#calls.set(key, calls.set(handler, call));
    return () => this.remove(key, handler);
  }

  remove(key: string, handler: unknown): void {
    this.#calls.get(key)?.delete(handler);
  }

  of(key: string): Call[] {
    return [...(this.#calls.get(key)?.values() ?? [])];
  }
}
