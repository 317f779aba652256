package io.ringside.runtime;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message as the log holds it.
 *
 * @param at the stream's timestamp: the only {@code now} that a decision may use
 * @param messageId the {@code Nats-Msg-Id}; stream and sequence for a message that has none
 * @param user on whose behalf a command was sent, absent on facts
 * @param body the decoded record
 * @param raw the bytes that {@code body} was decoded from
 */
public record Delivery(
        String stream,
        long sequence,
        Instant at,
        String subject,
        int partition,
        String messageId,
        @Nullable String user,
        @Nullable String trace,
        Object body,
        byte[] raw) {}
