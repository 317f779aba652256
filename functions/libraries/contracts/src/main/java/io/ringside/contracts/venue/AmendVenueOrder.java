package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;

/**
 * {@code cmd.venue.amend}: work this order on these terms from now on.
 *
 * @param quantity of the whole order, what is executed included
 */
@Serdeable
public record AmendVenueOrder(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        String amendId,
        String quantity,
        String limitPrice) {}
