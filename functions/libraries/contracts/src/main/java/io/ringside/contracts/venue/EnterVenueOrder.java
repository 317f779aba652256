package io.ringside.contracts.venue;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code cmd.venue.enter}: work this order at the venue of its instrument. Numbers are decimal text.
 *
 * @param expiresAt end of a GTD order; a Day order ends with its trading day, which the venue knows
 */
@Serdeable
public record EnterVenueOrder(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        String quantity,
        @Nullable String limitPrice,
        @Nullable Instant expiresAt) {}
