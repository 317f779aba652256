package io.ringside.benchmarks.load;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One order of a run: when it was due and when its sender heard of it. Nanoseconds of this machine's monotonic clock.
 */
public final class Flight {
    private final String key;
    private final long dueNanos;
    private final Instant due;
    private long receivedNanos;
    private long decidedNanos;
    private long finalNanos;
    private @Nullable String status;

    Flight(String key, long dueNanos, Instant due) {
        this.key = key;
        this.dueNanos = dueNanos;
        this.due = due;
    }

    /** Account and client order id. */
    public String key() {
        return key;
    }

    /** When it should have been sent. */
    public Instant due() {
        return due;
    }

    /** When its sender knew that it was received; null when never. */
    public @Nullable Instant receivedAt() {
        return at(receivedNanos);
    }

    /** When its sender knew that it was accepted or rejected. */
    public @Nullable Instant decidedAt() {
        return at(decidedNanos);
    }

    /** When its sender knew that it had ended. */
    public @Nullable Instant finalAt() {
        return at(finalNanos);
    }

    /** The last status that was told. */
    public @Nullable String status() {
        return status;
    }

    void received(long nanos) {
        receivedNanos = nanos;
    }

    void told(String newStatus, boolean last, long nanos) {
        if (decidedNanos == 0) {
            decidedNanos = nanos;
        }
        if (last) {
            finalNanos = nanos;
        }
        status = newStatus;
    }

    long dueNanos() {
        return dueNanos;
    }

    long receivedAfter() {
        return receivedNanos - dueNanos;
    }

    long decidedAfter() {
        return decidedNanos - dueNanos;
    }

    long finalAfter() {
        return finalNanos - dueNanos;
    }

    boolean isReceived() {
        return receivedNanos != 0;
    }

    boolean isDecided() {
        return decidedNanos != 0;
    }

    boolean isFinal() {
        return finalNanos != 0;
    }

    private @Nullable Instant at(long nanos) {
        return nanos == 0 ? null : due.plusNanos(nanos - dueNanos);
    }
}
