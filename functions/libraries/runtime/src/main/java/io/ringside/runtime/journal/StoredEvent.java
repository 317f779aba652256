package io.ringside.runtime.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An event as it was committed: what is published, now or by whoever owns the partition next. */
public record StoredEvent(
        int partition,
        long ordinal,
        String eventId,
        String subject,
        String type,
        @Nullable String trace,
        byte[] body,
        @Nullable Instant due,
        boolean rollsUp) {}
