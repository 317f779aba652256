package io.ringside.trading.order;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, read on the scales of its instrument; it never changes.
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
        int priceScale) {}
