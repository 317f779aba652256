package io.ringside.gateway.presence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who trades, and how everybody sees that person.
 *
 * @param since absent for somebody who was never here
 * @param version the higher one of two is the newer, 0 for somebody who was never here
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record Person(
        String user,
        String name,
        String firm,
        String firmName,
        PresenceStatus status,
        @Nullable String message,
        @Nullable Instant since,
        @Nullable Instant lastSeenAt,
        long version) {
    /** The same person as seen now. */
    Person seen(PresenceState state) {
        return new Person(
                user,
                name,
                firm,
                firmName,
                state.status(),
                state.message(),
                state.since(),
                state.lastSeenAt(),
                state.version());
    }
}
