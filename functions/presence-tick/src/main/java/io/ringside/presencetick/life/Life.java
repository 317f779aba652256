package io.ringside.presencetick.life;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user's connections.
 *
 * @param inputAt when somebody last touched anything, absent for whom nobody has seen
 * @param leftAt when the last connection was there for the last time, absent while there is one
 */
public record Life(@Nullable Instant inputAt, @Nullable Instant leftAt) {
    /** Nobody has seen this user. */
    public static final Life NONE = new Life(null, null);

    /** Whether there is a connection, or was one a moment ago: who reloads a page is not gone. */
    public boolean isHere(Instant now, Duration linger) {
        return inputAt != null && (leftAt == null || leftAt.plus(linger).isAfter(now));
    }
}
