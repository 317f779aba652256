package io.ringside.benchmarks.wire;

import io.netty.buffer.ByteBuf;

/** What one client speaks with one kind of server, over all the sockets that it opens one after the other. */
public interface Dialect {
    /** Path and query of the handshake. */
    String path();

    /** Header lines of the handshake beside those of RFC 6455, each with its end. */
    default String headers() {
        return "";
    }

    /** The handshake is done. */
    void opened(Talk talk);

    /** A whole text came; the buffer is the caller's. */
    void text(ByteBuf bytes, int from, int length, Talk talk);

    /** What follows from what came. */
    interface Talk {
        void send(String text);

        /** The server takes this client for connected. */
        void welcomed();

        /** What came is a message that was published. */
        void message(ByteBuf bytes, int from, int length);

        /** The server does not want it; it will be tried again if {@code retry} says so. */
        void refused(String why, boolean retry);
    }
}
