package io.ringside.benchmarks.trader;

import io.micronaut.serde.annotation.Serdeable;

/** Where a client stands in a channel: sequence within one life of the stream. */
@Serdeable
public record Position(String epoch, long sequence) {}
