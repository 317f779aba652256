package io.ringside.contracts.risk;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;

/**
 * {@code evt.reservation.unused}: what was or may have been reserved under this command will not be traded, and whoever
 * asks for it later is too late.
 */
@Serdeable
public record ReservationUnused(String account, String clientOrderId, String user, String instrument, Side side) {}
