package io.ringside.contracts.order;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * {@code cmd.order.cancel-all}: cancel what is left of every open order of the account that matches.
 *
 * @param clientOrderId id of this request, unique for ever within the account; each order names it as its cancel
 * @param instrument only orders in this one; absent for all
 * @param side only orders of this side; absent for both
 */
@Serdeable
public record CancelOrders(
        String clientOrderId,
        String account,
        String user,
        @Nullable String instrument,
        @Nullable Side side) {
    /** Orders that one command cancels, the oldest first; the report says how many remain, and asking again goes on. */
    public static final int ORDERS_MAX = 300;
}
