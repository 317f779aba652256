package io.ringside.trading.order;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.money.ExactValue;
import io.ringside.trading.money.Price;
import io.ringside.trading.money.Quantity;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order at one version.
 *
 * @param filledValue sum of price times quantity of the fills, exactly
 * @param cancel the one that was requested last
 * @param version 1 at the first outcome, one more for each change
 */
public record Order(
        OrderTerms terms,
        OrderStatus status,
        Quantity filled,
        ExactValue filledValue,
        @Nullable CancelRequest cancel,
        @Nullable RejectReason reason,
        @Nullable String text,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** An order that passed every check. */
    public static Order accepted(OrderTerms terms, Instant at) {
        return received(terms, at).then(OrderTrigger.ACCEPTED, at);
    }

    /** An order that a check refused. */
    public static Order rejected(OrderTerms terms, RejectReason reason, String text, Instant at) {
        return received(terms, at).then(OrderTrigger.REJECTED, at).saying(reason, text);
    }

    /**
     * The order after one more execution, which may be told after its end.
     *
     * @throws IllegalStateException when it is more than was left, or the order was rejected
     */
    public Order filled(Fill fill, Instant at) {
        Quantity total = filled.plus(fill.quantity());
        if (!fill.quantity().isPositive() || total.isAbove(terms.quantity())) {
            throw new IllegalStateException("execution " + fill.executionId() + " of " + fill.quantity()
                    + " does not fit an order of " + terms.quantity() + " with " + filled + " filled");
        }
        Order next = then(fillTrigger(total), at);
        ExactValue value = filledValue.plus(ExactValue.of(fill.price(), fill.quantity()));
        return new Order(terms, next.status, total, value, cancel, reason, text, next.version, createdAt, at);
    }

    /** The order while a cancel is under way. */
    public Order cancelRequested(CancelRequest request, Instant at) {
        Order next = then(OrderTrigger.CANCEL_REQUESTED, at);
        return new Order(terms, next.status, filled, filledValue, request, reason, text, next.version, createdAt, at);
    }

    /** The order after the venue gave back what was left. */
    public Order cancelled(@Nullable String why, Instant at) {
        return then(OrderTrigger.CANCELLED, at).saying(reason, why);
    }

    /** The order after its time was over; the reason is that of the venue, if it gave one. */
    public Order expired(@Nullable RejectReason why, @Nullable String sentence, Instant at) {
        return then(OrderTrigger.EXPIRED, at).saying(why, sentence);
    }

    /** The order after the venue kept it in spite of a cancel. */
    public Order cancelRefused(Instant at) {
        return then(filled.isZero() ? OrderTrigger.CANCEL_REFUSED : OrderTrigger.CANCEL_REFUSED_AFTER_FILL, at);
    }

    /** What may still be executed: nothing once the order has ended. */
    public Quantity leaves() {
        return isFinal() ? Quantity.zero(filled.scale()) : terms.quantity().minus(filled);
    }

    /** Whether the order has ended. */
    public boolean isFinal() {
        return OrderLifecycle.isFinal(status);
    }

    /** Filled value by filled quantity, with two decimals more than a price, rounded half to even. */
    public Optional<Price> averagePrice() {
        int scale = terms.priceScale() + Instrument.AVERAGE_PRICE_DECIMALS_EXTRA;
        return filled.isZero() ? Optional.empty() : Optional.of(filledValue.per(filled, scale, RoundingMode.HALF_EVEN));
    }

    /**
     * The order as it travels.
     *
     * @param fill the execution that caused this version, if one did
     */
    public OrderState state(@Nullable Fill fill) {
        Price limit = terms.limitPrice();
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
                status,
                filled.text(),
                leaves().text(),
                averagePrice().map(Price::text).orElse(null),
                fill == null ? null : fill.quantity().text(),
                fill == null ? null : fill.price().text(),
                fill == null ? null : fill.executionId(),
                cancel == null ? null : cancel.clientOrderId(),
                reason == null ? null : reason.name(),
                text,
                version,
                updatedAt);
    }

    private static Order received(OrderTerms terms, Instant at) {
        int quantityScale = terms.quantity().scale();
        return new Order(
                terms,
                OrderStatus.PENDING_NEW,
                Quantity.zero(quantityScale),
                ExactValue.zero(terms.priceScale() + quantityScale),
                null,
                null,
                null,
                0,
                at,
                at);
    }

    private OrderTrigger fillTrigger(Quantity total) {
        if (isFinal()) {
            return OrderTrigger.LATE_FILLED;
        }
        return total.equals(terms.quantity()) ? OrderTrigger.WHOLLY_FILLED : OrderTrigger.PARTLY_FILLED;
    }

    private Order then(OrderTrigger trigger, Instant at) {
        OrderStatus next = OrderLifecycle.next(status, trigger);
        return new Order(terms, next, filled, filledValue, cancel, reason, text, version + 1, createdAt, at);
    }

    private Order saying(@Nullable RejectReason why, @Nullable String sentence) {
        return new Order(terms, status, filled, filledValue, cancel, why, sentence, version, createdAt, updatedAt);
    }
}
