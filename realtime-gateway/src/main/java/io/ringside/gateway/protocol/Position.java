package io.ringside.gateway.protocol;

import io.micronaut.serde.annotation.Serdeable;

/**
 * Where a client stands in a replayable channel.
 *
 * @param epoch identity of the stream; sequences of another one mean nothing
 * @param sequence the last message that was seen, 0 before the first
 */
@Serdeable
public record Position(String epoch, long sequence) {}
