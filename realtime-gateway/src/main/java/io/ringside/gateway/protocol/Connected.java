package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * The answer of {@code connect}.
 *
 * @param protocol the version that both sides speak from now on
 * @param node which gateway serves the socket, for whoever looks for it among several
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Connected(
        String protocol,
        String session,
        String node,
        String user,
        Instant serverTime,
        Instant expiresAt,
        long pingSeconds,
        long heartbeatSeconds,
        Map<String, Subscribed> channels) {
    /** The one version that this server speaks: the name of the subprotocol. */
    public static final String VERSION = "ringside.v1";
}
