package io.ringside.contracts.system;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** Push {@code system.ended}: a notification that was told no longer holds. */
@Serdeable
public record SystemNotificationEnded(String notificationId, Ending reason, Instant at) {
    /** Why. */
    public enum Ending {
        /** An operator took it back. */
        WITHDRAWN,
        /** Its time is over. */
        OVER
    }
}
