package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code evt.venue.<ending>}: the venue no longer works this order for a cause other than a complete fill.
 *
 * @param leaves quantity that was not executed, decimal text
 * @param reason code of {@link io.ringside.contracts.RejectReason}, or what a venue says in its own words
 * @param cancelId the request that caused it, for cancelled and cancel-refused
 */
@Serdeable
public record VenueOrderEnded(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Ending ending,
        String leaves,
        @Nullable String cancelId,
        @Nullable String reason,
        Instant at) {
    /** How the venue ended its work; {@code CANCEL_REFUSED} means it had ended before. */
    public enum Ending {
        EXPIRED,
        CANCELLED,
        CANCEL_REFUSED
    }
}
