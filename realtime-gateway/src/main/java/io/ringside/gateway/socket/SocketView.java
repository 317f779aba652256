package io.ringside.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What others than its owner may know of a socket.
 *
 * @param id as {@code connected.session} tells it
 * @param signIn the sign-in that its ticket came from; absent like {@code user} and {@code expiresAt} before
 *     {@code connect}
 * @param transport what carries it, as {@link io.ringside.gateway.frame.TransportName} says it
 * @param channels the first {@link #CHANNELS_MAX} by name
 * @param queuedBytes bytes that wait to be sent
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocketView(
        String id,
        @Nullable String user,
        @Nullable String signIn,
        String address,
        String transport,
        @Nullable String client,
        Instant openedAt,
        @Nullable Instant expiresAt,
        List<String> channels,
        int channelCount,
        long queuedBytes) {
    /** Channels that are named; how many there are is told anyway. */
    static final int CHANNELS_MAX = 20;
}
