package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/**
 * {@code evt.venue.replaced}: the venue works this order on other terms.
 *
 * @param quantity of the whole order: what was asked for, or what was executed when that is more
 * @param leaves what may still be executed; with none the order has ended
 */
@Serdeable
public record VenueOrderReplaced(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        String amendId,
        String quantity,
        String limitPrice,
        String leaves,
        Instant at) {}
