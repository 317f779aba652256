package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of one request: exactly one of these. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        @Nullable Connected connected,
        @Nullable Map<String, Subscribed> subscribed,
        @Nullable List<String> unsubscribed,
        @Nullable Received received,
        @Nullable Refreshed refreshed,
        @Nullable Pong pong,
        @Nullable Noted noted,
        @Nullable Pace paced) {
    /**
     * The socket's session lasts until then.
     *
     * @param ended channels that the user's rights no longer cover; absent when there are none
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Refreshed(Instant expiresAt, List<String> ended) {}

    /** The server's clock. */
    @Serdeable
    public record Pong(Instant serverTime) {}

    /** When the server noted it. */
    @Serdeable
    public record Noted(Instant at) {}

    /** Answer of {@code connect}. */
    public static Result connected(Connected connected) {
        return new Result(connected, null, null, null, null, null, null, null);
    }

    /** Answer of {@code subscribe} and {@code resync}. */
    public static Result subscribed(Map<String, Subscribed> channels) {
        return new Result(null, channels, null, null, null, null, null, null);
    }

    /** Answer of {@code unsubscribe}. */
    public static Result unsubscribed(List<String> channels) {
        return new Result(null, null, channels, null, null, null, null, null);
    }

    /** Answer of {@code command}. */
    public static Result received(Received received) {
        return new Result(null, null, null, received, null, null, null, null);
    }

    /** Answer of {@code refresh}. */
    public static Result refreshed(Instant expiresAt, List<String> ended) {
        return new Result(null, null, null, null, new Refreshed(expiresAt, ended), null, null, null);
    }

    /** Answer of {@code ping}. */
    public static Result pong(Instant serverTime) {
        return new Result(null, null, null, null, null, new Pong(serverTime), null, null);
    }

    /** Answer of {@code presence}. */
    public static Result noted(Instant at) {
        return new Result(null, null, null, null, null, null, new Noted(at), null);
    }

    /** Answer of {@code pace}. */
    public static Result paced(Pace pace) {
        return new Result(null, null, null, null, null, null, null, pace);
    }
}
