package io.ringside.gateway.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** How a channel goes on after a subscription or a resync. */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Subscribed(
        String mode,
        @Nullable Position position,
        @Nullable Integer count,
        @Nullable Long firstAvailable,
        @Nullable String reason) {
    /** A conflated channel: its last known values follow. */
    public static final Subscribed LIVE = new Subscribed("live", null, null, null, null);

    /** Why some messages are not replayed. */
    public enum Gap {
        EVICTED("evicted"),
        EPOCH("epoch"),
        FIRST("first");

        private final String word;

        Gap(String word) {
            this.word = word;
        }

        /** As it is written on the wire. */
        public String word() {
            return word;
        }
    }

    /** Nothing was missed. */
    public static Subscribed live(Position position) {
        return new Subscribed("live", position, null, null, null);
    }

    /** Exactly what was missed follows. */
    public static Subscribed replay(Position position, int count) {
        return new Subscribed("replay", position, count, null, null);
    }

    /** Some messages are gone, and what is left follows. */
    public static Subscribed gap(Position position, int count, long firstAvailable, Gap reason) {
        return new Subscribed("gap", position, count, firstAvailable, reason.word());
    }
}
