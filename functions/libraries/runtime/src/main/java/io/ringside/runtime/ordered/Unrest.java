package io.ringside.runtime.ordered;

import io.ringside.runtime.nats.Disturbances;
import io.ringside.runtime.tenure.Lease;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whether what a loop believes to hold and to read must be looked at again. Used by the loop's thread only. */
final class Unrest {
    /** How often more partitions are asked for, or fewer kept, when the share has changed. */
    static final Duration BETWEEN_CLAIMS = Duration.ofMillis(200);

    private final Lease lease;
    private final Disturbances disturbances;
    private boolean unsettled = true;
    private long disturbancesSeen;
    private int lapsesSeen;
    private long settledNanos = System.nanoTime() - BETWEEN_CLAIMS.toNanos();

    Unrest(Lease lease, Disturbances disturbances) {
        this.lease = lease;
        this.disturbances = disturbances;
    }

    /** Something went wrong: begin again from what the database says. */
    void stir() {
        unsettled = true;
    }

    /** Whether reading may have stalled, the lease may have been another's, or something went wrong. */
    boolean stirred(@Nullable StreamReader reader) {
        unsettled |= disturbances.count() != disturbancesSeen
                || lease.lapses() != lapsesSeen
                || (reader != null && reader.broken());
        return unsettled;
    }

    /**
     * Whether partitions should be taken or given back. What others have to give up first cannot be hurried: meanwhile
     * the partitions at hand are worked on.
     */
    boolean dueForShare(int held) {
        return lease.share() != held && System.nanoTime() - settledNanos > BETWEEN_CLAIMS.toNanos();
    }

    /** What was seen so far is about to be looked at. */
    void looking() {
        disturbancesSeen = disturbances.count();
        lapsesSeen = lease.lapses();
        settledNanos = System.nanoTime();
    }

    void settled() {
        unsettled = false;
    }
}
