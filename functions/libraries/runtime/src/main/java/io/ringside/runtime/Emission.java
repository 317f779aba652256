package io.ringside.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message that a decision produces: a fact, a command to another function, a notice to a user, or a timer.
 *
 * @param type wire name, for example {@code order.updated}
 * @param body a record of the contracts
 * @param due when a timer becomes a command, absent for everything else
 * @param rollsUp whether it takes the place of all that its stream held on this subject
 */
public record Emission(
        String subject, String type, Object body, @Nullable Instant due, boolean rollsUp) {
    /** A message that is told at once. */
    public Emission(String subject, String type, Object body) {
        this(subject, type, body, null, false);
    }

    /** A timer. */
    public Emission(String subject, String type, Object body, @Nullable Instant due) {
        this(subject, type, body, due, false);
    }

    /** A message after which nothing that came before it on its subject matters; its stream allows rollups. */
    public static Emission rollingUp(String subject, String type, Object body) {
        return new Emission(subject, type, body, null, true);
    }
}
