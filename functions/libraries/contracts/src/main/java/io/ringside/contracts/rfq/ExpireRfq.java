package io.ringside.contracts.rfq;

import io.micronaut.serde.annotation.Serdeable;

/** {@code cmd.rfq.expire}: the time of a request is over. It comes from a timer and counts by its place in the log. */
@Serdeable
public record ExpireRfq(String rfqId) {}
