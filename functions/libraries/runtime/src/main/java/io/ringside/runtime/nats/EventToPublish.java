package io.ringside.runtime.nats;

import org.jspecify.annotations.Nullable;

/** One event on its way out. The id makes publishing it twice harmless. */
public record EventToPublish(
        String eventId,
        String subject,
        String type,
        @Nullable String trace,
        byte[] body) {}
