package io.ringside.contracts.risk;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * {@code evt.reservation.unused}: what was or may have been reserved under this command will not be traded, and whoever
 * asks for it later is too late.
 *
 * @param instrument absent when nobody knows any more what it was for; so is the side
 */
@Serdeable
public record ReservationUnused(
        String account,
        String clientOrderId,
        String user,
        @Nullable String instrument,
        @Nullable Side side) {}
