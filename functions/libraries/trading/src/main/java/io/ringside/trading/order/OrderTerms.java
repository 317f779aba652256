package io.ringside.trading.order;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, read on the scales of its instrument. An amend changes quantity and limit, nothing the rest.
 *
 * @param expiresAt end of a GTD order, absent for others
 */
public record OrderTerms(
        String orderId,
        String clientOrderId,
        String account,
        String user,
        String instrument,
        Side side,
        OrderType orderType,
        TimeInForce timeInForce,
        Quantity quantity,
        @Nullable Price limitPrice,
        @Nullable Instant expiresAt,
        int priceScale) {
    /** The same with another quantity and limit. */
    public OrderTerms amended(Quantity other, Price limit) {
        return new OrderTerms(
                orderId,
                clientOrderId,
                account,
                user,
                instrument,
                side,
                orderType,
                timeInForce,
                other,
                limit,
                expiresAt,
                priceScale);
    }
}
