package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;

/** Hears every message that was published, on the load's one event loop; the buffer is the caller's. */
@FunctionalInterface
public interface Hearing {
    void heard(ByteBuf bytes, int from, int length);

    /** The server ended a connection that was there. On the same event loop. */
    default void ended() {}
}
