package io.ringside.gateway.socket;

import io.ringside.gateway.protocol.CloseCode;
import io.ringside.gateway.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/** Reasons for a close, with what the client is told about coming back. */
final class Farewells {
    /** Over how long clients come back that are to use another transport. */
    private static final long MOVE_WINDOW_MS = 5_000;

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

    /** Another transport is to carry the client: all who are told at once come back one after the other. */
    static Farewell elsewise() {
        return new Farewell(CloseCode.RESTART, "another transport is wanted", 0L, MOVE_WINDOW_MS, false);
    }

    /** Clients come back at once: the node that tells them one after the other keeps the pace. */
    static Farewell drain() {
        CloseCode code = CloseCode.RESTART;
        return new Farewell(code, code.reason(), 0L, DrainPlan.SLICE_MS, false);
    }
}
