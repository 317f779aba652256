package io.ringside.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message that a decision produces: a fact, a command to another function, a notice to a user, or a timer.
 *
 * @param type wire name, for example {@code order.updated}
 * @param body a record of the contracts
 * @param due when a timer becomes a command, absent for everything else
 */
public record Emission(
        String subject, String type, Object body, @Nullable Instant due) {
    /** A message that is told at once. */
    public Emission(String subject, String type, Object body) {
        this(subject, type, body, null);
    }
}
