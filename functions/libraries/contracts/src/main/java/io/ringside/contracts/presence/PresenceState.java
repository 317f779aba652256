package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How everybody sees one user.
 *
 * @param message the user's own words, if there are any
 * @param since when the status began
 * @param lastSeenAt when somebody who is offline was seen last
 * @param version the higher one of two is the newer
 */
@Serdeable
public record PresenceState(
        String user,
        PresenceStatus status,
        @Nullable String message,
        Instant since,
        @Nullable Instant lastSeenAt,
        long version) {}
