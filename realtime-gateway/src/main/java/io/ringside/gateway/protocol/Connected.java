package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/** The answer of {@code connect}. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Connected(
        String session,
        String user,
        Instant serverTime,
        Instant expiresAt,
        long pingSeconds,
        long heartbeatSeconds,
        Map<String, Subscribed> channels) {}
