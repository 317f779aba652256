package io.ringside.faults.trade;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import org.jspecify.annotations.Nullable;

/** What a trader wants to do next. */
sealed interface Intent {
    /**
     * A new order.
     *
     * @param far it rests where the market will not come during a run
     */
    record Enter(
            String instrument,
            Side side,
            OrderType type,
            TimeInForce timeInForce,
            String quantity,
            @Nullable String limitPrice,
            boolean far)
            implements Intent {}

    /** Another quantity for one of its open orders, and a price that the market is not nearer to. */
    record Amend(OrderState order, String quantity, String limitPrice) implements Intent {}

    /** One of its open orders back. */
    record TakeBack(String clientOrderId) implements Intent {}

    /** All of its open orders in one instrument back. */
    record TakeAllBack(String instrument) implements Intent {}
}
