package io.ringside.execution;

import io.ringside.contracts.Side;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.OrderType;
import io.ringside.contracts.order.TimeInForce;
import io.ringside.testkit.SequentialIds;
import java.time.Instant;

/** Accepted orders as a trader writes them: {@code BUY DAY 5 @ 100}, {@code SELL IOC 5 MARKET}. */
final class Orders {
    private static final SequentialIds IDS = new SequentialIds();
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private Orders() {}

    static OrderState order(String instrument, String text) {
        return order("ACC", instrument, text);
    }

    static OrderState order(String account, String instrument, String text) {
        String[] words = text.split(" ");
        boolean market = words[3].equals("MARKET");
        String id = IDS.text();
        return new OrderState(
                id,
                "c-" + id,
                account,
                "alice",
                instrument,
                Side.valueOf(words[0]),
                market ? OrderType.MARKET : OrderType.LIMIT,
                TimeInForce.valueOf(words[1]),
                words[2],
                market ? null : words[4],
                OrderStatus.NEW,
                "0",
                words[2],
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                NOON);
    }

    /** The order with a cancel requested under this id. */
    static OrderState cancelling(OrderState order, String cancelId) {
        return new OrderState(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                order.side(),
                order.orderType(),
                order.timeInForce(),
                order.quantity(),
                order.limitPrice(),
                OrderStatus.PENDING_CANCEL,
                order.filled(),
                order.leaves(),
                order.averagePrice(),
                order.lastQuantity(),
                order.lastPrice(),
                order.lastExecutionId(),
                cancelId,
                order.reason(),
                order.text(),
                order.version() + 1,
                order.at());
    }
}
