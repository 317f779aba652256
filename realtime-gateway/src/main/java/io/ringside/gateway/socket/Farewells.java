package io.ringside.gateway.socket;

import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** Reasons for a close, with what the client is told about coming back. */
final class Farewells {
    private static final long OVERLOAD_RETRY_MS = 2_000;

    private Farewells() {}

    /**
     * A close and what is said before it.
     *
     * @param drop whether what still waits is given up
     */
    record Farewell(
            CloseCode code,
            String reason,
            @Nullable Long retryAfterMs,
            @Nullable Long jitterMs,
            boolean drop) {
        ServerMessage.Disconnect message() {
            return new ServerMessage.Disconnect(
                    new ServerMessage.Farewell(code.code(), reason, code.reconnect(), retryAfterMs, jitterMs));
        }
    }

    static Farewell of(CloseCode code) {
        return new Farewell(code, code.reason(), null, null, code == CloseCode.SLOW);
    }

    static Farewell because(CloseCode code, String reason) {
        return new Farewell(code, reason, null, null, false);
    }

    static Farewell later(CloseCode code, long retryAfterMs) {
        return new Farewell(code, code.reason(), retryAfterMs, null, false);
    }

    static Farewell overload() {
        return later(CloseCode.OVERLOAD, OVERLOAD_RETRY_MS);
    }

    /** Clients come back at once: the node that tells them one after the other keeps the pace. */
    static Farewell drain() {
        CloseCode code = CloseCode.RESTART;
        return new Farewell(code, code.reason(), 0L, DrainPlan.SLICE_MS, false);
    }
}
