package io.ringside.gateway.protocol;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command is in JetStream, acknowledged by a server that syncs to disk.
 *
 * @param commandId the one that its sender gave it
 * @param rfqId the request for quotes that it is about, if it is about one
 */
@Serdeable
public record Received(String commandId, @Nullable String rfqId, String stream, long sequence, Instant at) {}
