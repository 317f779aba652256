package io.ringside.presencetick.life;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What one gateway told. Guarded by the table that it belongs to. */
final class NodeLife {
    /** Who is connected there, and since when that user is quiet. */
    final Map<String, Instant> users = new HashMap<>();

    private long sequence;
    private Instant heardAt = Instant.MIN;

    /** A sign of life, whatever it says. */
    void heard(Instant now) {
        heardAt = now;
    }

    Instant heardAt() {
        return heardAt;
    }

    void startsAt(long first) {
        sequence = first;
    }

    /** Whether nothing is missing between what was heard before and this; if so it is what was heard last. */
    boolean follows(long next) {
        boolean follows = next == sequence + 1;
        sequence = follows ? next : sequence;
        return follows;
    }
}
