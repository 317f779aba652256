package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a request for quotes after one change: the body of every {@code evt.rfq.*} fact, whose verb tells
 * what changed. It holds every counterparty's price and is for functions only; what people are told is {@link RfqView}.
 *
 * @param side what the requester wants to do
 * @param quantity decimal text
 * @param quotes one for each counterparty that was asked
 * @param version 1 when it was opened, one more for each change
 * @param at the log's time of the message that caused this change
 */
@Serdeable
public record RfqState(
        String rfqId,
        String clientRfqId,
        String account,
        String user,
        String firm,
        String instrument,
        Side side,
        String quantity,
        RfqStatus status,
        List<Quote> quotes,
        Instant requestedAt,
        Instant expiresAt,
        long version,
        Instant at) {
    /**
     * One counterparty's answer.
     *
     * @param quoteId of its price in all versions, absent before the first
     * @param clientQuoteId the command that brought this version; risk is reserved under it
     * @param account for which it would trade, absent before the first price
     * @param version of the price, 0 before the first
     * @param price decimal text, absent before the first
     * @param told how often what this counterparty sees has changed: the version of its own view
     */
    @Serdeable
    public record Quote(
            String user,
            String firm,
            QuoteStatus status,
            @Nullable String quoteId,
            @Nullable String clientQuoteId,
            @Nullable String account,
            int version,
            @Nullable String price,
            long told) {}
}
