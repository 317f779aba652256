package io.ringside.faults.evidence;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The book of record at one moment: the rows of every function's tables. */
public record Book(
        List<Order> orders,
        List<Working> working,
        List<Trade> trades,
        List<Holding> positions,
        List<Exposure> exposures,
        List<Reservation> reservations,
        Negotiations negotiations,
        Runtime runtime) {
    private static final Set<String> OPEN = Set.of("NEW", "PARTIALLY_FILLED", "PENDING_CANCEL", "PENDING_REPLACE");

    /** A row of the orders. */
    public record Order(
            String orderId,
            String account,
            String clientOrderId,
            String trader,
            String instrument,
            String side,
            BigDecimal quantity,
            String status,
            BigDecimal filled,
            BigDecimal filledValue,
            long version) {
        public boolean isOpen() {
            return OPEN.contains(status);
        }

        /** What may still be executed. */
        public BigDecimal leaves() {
            return isOpen() ? quantity.subtract(filled) : BigDecimal.ZERO;
        }

        public String key() {
            return ClientView.key(account, clientOrderId);
        }
    }

    /** An order at the paper venue. */
    public record Working(String orderId, String state, BigDecimal leaves) {}

    /** One side of a trade. */
    public record Trade(
            String executionId,
            String orderId,
            String account,
            String instrument,
            String side,
            BigDecimal quantity,
            BigDecimal price) {
        /** Bought counts up, sold down. */
        public BigDecimal signed() {
            return side.equals("BUY") ? quantity : quantity.negate();
        }
    }

    /** A position. */
    public record Holding(String account, String instrument, BigDecimal quantity) {}

    /** What the risk check counts. */
    public record Exposure(
            String account, String instrument, BigDecimal net, BigDecimal reservedBuy, BigDecimal reservedSell) {}

    /** What the risk check holds for one order, or for one price or acceptance of a request for quotes. */
    public record Reservation(
            String account, String clientOrderId, String instrument, String side, String state, BigDecimal remaining) {
        public String key() {
            return ClientView.key(account, clientOrderId);
        }
    }

    /** The requests for quotes and the answers to them. */
    public record Negotiations(List<Rfq> rfqs, List<Quote> quotes) {}

    /** A request for quotes. */
    public record Rfq(
            String rfqId,
            String clientRfqId,
            String account,
            String requester,
            String instrument,
            String side,
            BigDecimal quantity,
            String status,
            long version) {}

    /**
     * One counterparty's answer.
     *
     * @param told version of its own view
     */
    public record Quote(
            String rfqId,
            String trader,
            String status,
            @Nullable String account,
            int version,
            @Nullable BigDecimal price,
            @Nullable String reservation,
            long told) {}

    /** What the runtime of the functions remembers. */
    public record Runtime(
            List<Partition> partitions,
            List<Cursor> cursors,
            List<Remembered> remembered,
            List<Event> events,
            List<Audit> audits) {}

    /** How far a function's partition is. */
    public record Partition(
            String function, int partition, long ordinal, long published, long auditOrdinal, String auditHash) {}

    /** How far it has read. */
    public record Cursor(String function, int partition, String stream, long sequence) {}

    /** A message that had its effect. */
    public record Remembered(String function, String messageId, String stream, long sequence) {}

    /** What a message produced. */
    public record Event(
            String function, int partition, long ordinal, String eventId, String subject, String type, byte[] body) {}

    /** A row of the audit; {@code hash} in hexadecimal. */
    public record Audit(
            String function,
            int partition,
            long ordinal,
            String messageId,
            String stream,
            long sequence,
            Instant at,
            String subject,
            byte[] input,
            String outcome,
            String hash) {}
}
