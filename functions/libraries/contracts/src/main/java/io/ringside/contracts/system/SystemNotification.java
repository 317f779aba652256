package io.ringside.contracts.system;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code system.notification.<notificationId>}, from an operator to everybody, and the body of push
 * {@code system.notification}: a text that holds from one moment to another, or until it is withdrawn.
 *
 * @param text one line for people, 1 to {@link #TEXT_CHARACTERS_MAX}
 * @param from the first moment at which it holds
 * @param until the first moment at which it no longer does; without one it holds until it is withdrawn
 * @param withdrawnAt absent until an operator takes it back
 * @param version grows with each change, from 1
 * @param at when this version was told
 */
@Serdeable
public record SystemNotification(
        String notificationId,
        SystemSeverity severity,
        String text,
        Instant from,
        @Nullable Instant until,
        @Nullable Instant withdrawnAt,
        long version,
        Instant at) {
    /** Characters of a text. */
    public static final int TEXT_CHARACTERS_MAX = 280;
    /** Notifications that may hold at once or are announced. */
    public static final int NOTIFICATIONS_MAX = 20;

    /** Whether its time is over, withdrawn or not. */
    public boolean isOverAt(Instant now) {
        return until != null && !now.isBefore(until);
    }

    /** Whether it is to be shown. */
    public boolean holdsAt(Instant now) {
        return withdrawnAt == null && !now.isBefore(from) && !isOverAt(now);
    }
}
