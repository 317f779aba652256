package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * {@code evt.venue.amend-refused}: the order is worked as before, or had ended.
 *
 * @param reason code of {@link io.ringside.contracts.RejectReason}, or what a venue says in its own words
 */
@Serdeable
public record VenueAmendRefused(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        String amendId,
        String reason,
        Instant at) {}
