package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;

/**
 * {@code cmd.rfq.cancel}: whoever asked wants no more prices (FIX QuoteResponse, EndTrade).
 *
 * @param clientResponseId the sender's id, unique for ever within the account
 */
@Serdeable
public record CancelRfq(String clientResponseId, String rfqId, String account, String user) {}
