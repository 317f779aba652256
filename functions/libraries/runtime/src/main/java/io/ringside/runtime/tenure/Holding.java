package io.ringside.runtime.tenure;

import java.util.HashMap;
import java.util.Map;

/**
 * What the database last confirmed about one partition that this instance owns.
 *
 * @param fence grows with each change of owner; a transaction under an older fence is rolled back
 * @param ordinal of the last event that was committed
 * @param published of the last event that JetStream acknowledged, as far as this instance knows
 * @param cursors by stream: the last sequence whose effect is committed
 */
public record Holding(
        int partition,
        long fence,
        long ordinal,
        long published,
        long auditOrdinal,
        byte[] auditHash,
        Map<String, Long> cursors) {
    public Holding {
        cursors = Map.copyOf(cursors);
    }

    /** Whether the effect of this message is committed. */
    public boolean handled(String stream, long sequence) {
        return cursors.getOrDefault(stream, 0L) >= sequence;
    }

    /** After JetStream acknowledged the events up to this ordinal. */
    public Holding publishedUpTo(long newest) {
        return new Holding(partition, fence, ordinal, Math.max(published, newest), auditOrdinal, auditHash, cursors);
    }

    /** After the message of this sequence. */
    public Holding movedTo(String stream, long sequence) {
        Map<String, Long> moved = new HashMap<>(cursors);
        moved.merge(stream, sequence, Math::max);
        return new Holding(partition, fence, ordinal, published, auditOrdinal, auditHash, moved);
    }

    /** After more events and audit rows. */
    public Holding grownTo(long newOrdinal, long newAuditOrdinal, byte[] newAuditHash) {
        return new Holding(partition, fence, newOrdinal, published, newAuditOrdinal, newAuditHash, cursors);
    }
}
