package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the server sends besides pushes, which are put together from bytes that are never decoded. */
public sealed interface ServerMessage {
    /** The answer of the request with this id. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(long id, @Nullable Result result, @Nullable Fault error) implements ServerMessage {}

    /** A sign of life, and the server's clock. */
    @Serdeable
    record Heartbeat(Beat heartbeat) implements ServerMessage {}

    /** When the server sent it. */
    @Serdeable
    record Beat(Instant serverTime) {}

    /** The socket's session ends soon: a fresh ticket extends it. */
    @Serdeable
    record RefreshRequired(Ending refreshRequired) implements ServerMessage {}

    /** When the session ends. */
    @Serdeable
    record Ending(Instant expiresAt) {}

    /** Said before a close. */
    @Serdeable
    record Disconnect(Farewell disconnect) implements ServerMessage {}

    /** Why, and whether and when to come back. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Farewell(
            int code,
            String reason,
            boolean reconnect,
            @Nullable Long retryAfterMs,
            @Nullable Long jitterMs) {}
}
