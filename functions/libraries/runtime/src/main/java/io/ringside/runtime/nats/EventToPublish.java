package io.ringside.runtime.nats;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way out. The id makes publishing it twice harmless.
 *
 * @param due when it is to appear, absent for at once
 * @param rollsUp whether the stream is to forget what it held on this subject
 */
public record EventToPublish(
        String eventId,
        String subject,
        String type,
        @Nullable String trace,
        byte[] body,
        @Nullable Instant due,
        boolean rollsUp) {}
