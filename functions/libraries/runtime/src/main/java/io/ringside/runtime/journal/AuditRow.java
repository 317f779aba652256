package io.ringside.runtime.journal;

import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.tenure.Holding;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One decision as the audit keeps it. Its hash covers the row before it in its partition: a row that is changed, taken
 * out or put between breaks the chain.
 *
 * @param at with the microseconds that the table keeps, since only what it keeps can be hashed again
 */
record AuditRow(
        int partition,
        long ordinal,
        String messageId,
        String stream,
        long sequence,
        String at,
        String subject,
        byte[] input,
        String outcome,
        byte[] hash) {

    static AuditRow after(Holding before, Delivery delivery, String messageId, String at, Decision decision) {
        String outcome = decision.saw().isEmpty() ? decision.outcome() : decision.outcome() + ' ' + decision.saw();
        long ordinal = before.auditOrdinal() + 1;
        String text = String.join(
                "\n",
                messageId,
                delivery.stream(),
                Long.toString(delivery.sequence()),
                at,
                delivery.subject(),
                outcome,
                "");
        byte[] hash = Memory.hash(
                before.auditHash(),
                ByteBuffer.allocate(Long.BYTES).putLong(ordinal).array(),
                text.getBytes(StandardCharsets.UTF_8),
                delivery.raw());
        return new AuditRow(
                delivery.partition(),
                ordinal,
                messageId,
                delivery.stream(),
                delivery.sequence(),
                at,
                delivery.subject(),
                delivery.raw(),
                outcome,
                hash);
    }

    /** The row as the table has it; the trace is beside the chain, not in it. */
    Object[] columns(String trace) {
        return new Object[] {partition, ordinal, messageId, stream, sequence, at, subject, input, outcome, hash, trace};
    }
}
