package io.ringside.contracts.session;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Push {@code session.stopped}: a trading session was stopped at once.
 *
 * @param reason for a person
 * @param stoppedBy the user; absent when a rule did it
 */
@Serdeable
public record EmergencyStop(
        String sessionId, String reason, @Nullable String stoppedBy, Instant at) {}
