package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notice {@code rfq.updated}: a request for quotes as one of its parties may see it. The requester sees every answer,
 * a counterparty its own and nothing of the others, not even their number.
 *
 * @param clientRfqId told to the requester only
 * @param account the reader's own; absent for a counterparty that gave no price
 * @param requester user who asks
 * @param requesterFirm firm of that user
 * @param side what the requester wants to do
 * @param quantity decimal text
 * @param quotes the answers that the reader may see
 * @param executionId the reader's own side of the trade, absent when he did not trade
 * @param version of this view: the highest that a client has seen wins
 */
@Serdeable
public record RfqView(
        String rfqId,
        @Nullable String clientRfqId,
        Role role,
        @Nullable String account,
        String requester,
        String requesterFirm,
        String instrument,
        Side side,
        String quantity,
        RfqStatus status,
        List<Quote> quotes,
        @Nullable String executionId,
        Instant requestedAt,
        Instant expiresAt,
        long version,
        Instant at) {
    /** What the reader is in it. */
    public enum Role {
        REQUESTER,
        COUNTERPARTY
    }

    /**
     * One counterparty's answer.
     *
     * @param quoteId absent before its first price
     * @param version of the price, 0 before the first
     * @param price decimal text, absent before the first and for one that was taken back
     */
    @Serdeable
    public record Quote(
            String user,
            String firm,
            QuoteStatus status,
            @Nullable String quoteId,
            int version,
            @Nullable String price) {}
}
