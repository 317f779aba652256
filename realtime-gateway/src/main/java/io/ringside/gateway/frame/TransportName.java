package io.ringside.gateway.frame;

import java.util.Locale;

/** What carries a session. */
public enum TransportName {
    /** A WebSocket. */
    SOCKET,
    /** Server-sent events down, requests up. */
    SSE,
    /** Requests that wait for what is told. */
    POLL;

    /** As it is told. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
