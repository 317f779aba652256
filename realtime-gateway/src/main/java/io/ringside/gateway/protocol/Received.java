package io.ringside.gateway.protocol;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/** A command is in JetStream, acknowledged by a server that syncs to disk. */
@Serdeable
public record Received(String clientOrderId, String stream, long sequence, Instant at) {}
