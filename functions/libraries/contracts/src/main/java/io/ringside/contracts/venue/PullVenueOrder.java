package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;

/** {@code cmd.venue.pull}: take what is left of this order from the venue. */
@Serdeable
public record PullVenueOrder(
        String orderId, String clientOrderId, String account, String user, String instrument, String cancelId) {}
