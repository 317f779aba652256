package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;

/**
 * {@code cmd.rfq.pass}: the sender gives no price, or takes back the one that he gave (FIX QuoteResponse, Pass).
 *
 * @param clientResponseId the sender's id, unique for ever within the account
 */
@Serdeable
public record PassRfq(String clientResponseId, String rfqId, String account, String user) {}
