package io.ringside.runtime.ordered;

import io.micronaut.serde.annotation.Serdeable;

/** What the ledger says of an order: which one of its account it is. */
@Serdeable
public record Numbered(String clientOrderId, long number) {}
