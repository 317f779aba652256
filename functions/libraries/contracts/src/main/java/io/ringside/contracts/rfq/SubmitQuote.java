package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;

/**
 * {@code cmd.rfq.quote}: a firm price for the whole quantity, or a new version of one's price (FIX Quote). It repeats
 * the terms that its sender read, so that nobody answers what was not asked.
 *
 * @param clientQuoteId the sender's id, unique for ever within the account
 * @param account trades if the quote is accepted
 * @param side what the sender would do: the opposite of what was asked for
 * @param price decimal text on the instrument's tick
 */
@Serdeable
public record SubmitQuote(
        String clientQuoteId,
        String rfqId,
        String account,
        String user,
        String instrument,
        Side side,
        String quantity,
        String price) {}
