package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;

/**
 * {@code cmd.rfq.accept}: trade on one version of one quote (FIX QuoteResponse, HitLift). It repeats the terms that its
 * sender read: what you see is what you trade.
 *
 * @param clientResponseId the sender's id, unique for ever within the account
 * @param side what the sender does
 * @param price that of the version, decimal text
 */
@Serdeable
public record AcceptQuote(
        String clientResponseId,
        String rfqId,
        String account,
        String user,
        String quoteId,
        int version,
        String instrument,
        Side side,
        String quantity,
        String price) {}
