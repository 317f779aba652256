package io.ringside.ordersubmit;

import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import java.time.Instant;

/** A refused order whose numbers are shown as they came, since they may be no numbers. */
final class MalformedOrder {
    private static final String NOTHING = "0";

    private MalformedOrder() {}

    static OrderState state(SubmitOrder order, String orderId, Refusal refusal, Instant at) {
        return new OrderState(
                orderId,
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                order.side(),
                order.orderType(),
                order.timeInForce(),
                order.quantity(),
                order.limitPrice(),
                OrderStatus.REJECTED,
                NOTHING,
                NOTHING,
                null,
                null,
                null,
                null,
                null,
                refusal.reason().name(),
                refusal.text(),
                1,
                at);
    }
}
