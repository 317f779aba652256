package io.ringside.benchmarks.trader;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One message of the gateway, as far as a program needs it. */
@Serdeable
public record Inbound(
        @Nullable Long id,
        @Nullable Result result,
        @Nullable Fault error,
        @Nullable Push push,
        @Nullable Goodbye disconnect) {
    /** The answer of one request. */
    @Serdeable
    public record Result(
            @Nullable Connected connected,
            @Nullable Map<String, Subscribed> subscribed,
            @Nullable Received received,
            @Nullable Refreshed refreshed) {}

    /** The socket may go on longer. */
    @Serdeable
    public record Refreshed(String expiresAt) {}

    /** The answer of the first request. */
    @Serdeable
    public record Connected(
            String session, @Nullable String node, String user, String expiresAt, Map<String, Subscribed> channels) {}

    /** How a channel goes on. */
    @Serdeable
    public record Subscribed(
            String mode,
            @Nullable Position position,
            @Nullable Integer count,
            @Nullable Long firstAvailable,
            @Nullable String reason) {}

    /** The command is stored by a server that syncs to disk. */
    @Serdeable
    public record Received(String commandId, String stream, long sequence) {}

    /** Why a request has no result. */
    @Serdeable
    public record Fault(
            String code,
            String message,
            boolean temporary,
            @Nullable Long retryAfterMs) {}

    /** What a channel brings. */
    @Serdeable
    public record Push(
            String channel,
            String type,
            @Nullable Long sequence,
            @Nullable Long previous,
            JsonNode data) {}

    /** The socket is about to be closed. */
    @Serdeable
    public record Goodbye(
            int code,
            String reason,
            boolean reconnect,
            @Nullable Long retryAfterMs,
            @Nullable Long jitterMs) {}
}
