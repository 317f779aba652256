package io.ringside.contracts.presence;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Told on {@code presence.changed}: who is seen otherwise than before.
 *
 * @param teller one life of the instance that tells
 * @param sequence counts up by one from message to message of a teller: whoever misses one reads the whole
 */
@Serdeable
public record PresenceChanged(String teller, long sequence, List<PresenceState> people) {
    /** Users in one message. */
    public static final int USERS_MAX = 1_000;
    /** Bytes of one message: as many users as it may hold, each with the longest message. */
    public static final int BODY_BYTES_MAX = 1024 * 1024;

    public PresenceChanged {
        people = List.copyOf(people);
    }
}
