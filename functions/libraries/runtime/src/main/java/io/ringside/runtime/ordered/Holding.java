package io.ringside.runtime.ordered;

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
record Holding(
        int partition,
        long fence,
        long ordinal,
        long published,
        long auditOrdinal,
        byte[] auditHash,
        Map<String, Long> cursors) {
    Holding {
        cursors = Map.copyOf(cursors);
    }

    boolean handled(String stream, long sequence) {
        return cursors.getOrDefault(stream, 0L) >= sequence;
    }

    Holding publishedUpTo(long newest) {
        return new Holding(partition, fence, ordinal, Math.max(published, newest), auditOrdinal, auditHash, cursors);
    }

    Holding movedTo(String stream, long sequence) {
        Map<String, Long> moved = new HashMap<>(cursors);
        moved.merge(stream, sequence, Math::max);
        return new Holding(partition, fence, ordinal, published, auditOrdinal, auditHash, moved);
    }

    Holding grownTo(long newOrdinal, long newAuditOrdinal, byte[] newAuditHash) {
        return new Holding(partition, fence, newOrdinal, published, newAuditOrdinal, newAuditHash, cursors);
    }
}
