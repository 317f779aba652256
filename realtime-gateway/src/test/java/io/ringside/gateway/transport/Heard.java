package io.ringside.gateway.transport;

import org.jspecify.annotations.Nullable;

/** What a client hears, whatever carries it. */
public sealed interface Heard {
    /** A message of the protocol. */
    record Message(String text) implements Heard {}

    /** The gateway asks for a sign of life. */
    record Ping() implements Heard {}

    /** The gateway says that this was all. */
    record Close(int code, String reason) implements Heard {}

    /** The connection is no more: nothing follows. */
    record End() implements Heard {}

    /**
     * The gateway does not let the client in: nothing follows.
     *
     * @param status of HTTP
     * @param retryAfter the header of that name
     * @param problem the body, as {@code application/problem+json}
     */
    record Refusal(int status, @Nullable String retryAfter, String problem) implements Heard {}
}
