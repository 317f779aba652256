package io.ringside.trading.order;

import io.ringside.contracts.order.OrderState;
import io.ringside.trading.money.Price;
import org.jspecify.annotations.Nullable;

/** An order as the message that everybody is told. */
final class Travelling {
    private Travelling() {}

    static OrderState of(Order order, @Nullable Fill fill) {
        OrderTerms terms = order.terms();
        Price limit = terms.limitPrice();
        CancelRequest cancel = order.cancel();
        AmendRequest amend = order.amend();
        return new OrderState(
                terms.orderId(),
                terms.clientOrderId(),
                terms.account(),
                terms.user(),
                terms.instrument(),
                terms.side(),
                terms.orderType(),
                terms.timeInForce(),
                terms.quantity().text(),
                limit == null ? null : limit.text(),
                terms.expiresAt(),
                order.status(),
                order.filled().text(),
                order.leaves().text(),
                order.averagePrice().map(Price::text).orElse(null),
                fill == null ? null : fill.quantity().text(),
                fill == null ? null : fill.price().text(),
                fill == null ? null : fill.executionId(),
                cancel == null ? null : cancel.clientOrderId(),
                amend == null ? null : amend.clientOrderId(),
                order.pendingTerms()
                        .map(asked -> new OrderState.PendingTerms(
                                asked.quantity().text(), asked.limitPrice().text()))
                        .orElse(null),
                order.reason() == null ? null : order.reason().name(),
                order.text(),
                order.version(),
                order.updatedAt());
    }
}
