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
 * @param amend the one that was requested last
 * @param version 1 at the first outcome, one more for each change
 */
public record Order(
        OrderTerms terms,
        OrderStatus status,
        Quantity filled,
        ExactValue filledValue,
        @Nullable CancelRequest cancel,
        @Nullable AmendRequest amend,
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
        return new Order(
                terms, next.status, total, value, cancel, next.amend, reason, text, next.version, createdAt, at);
    }

    /** The order while a cancel is under way. */
    public Order cancelRequested(CancelRequest request, Instant at) {
        Order next = then(OrderTrigger.CANCEL_REQUESTED, at);
        return new Order(
                terms, next.status, filled, filledValue, request, amend, reason, text, next.version, createdAt, at);
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
        if (pendingTerms().isPresent()) {
            return then(OrderTrigger.CANCEL_REFUSED_BEFORE_AMEND, at);
        }
        return then(filled.isZero() ? OrderTrigger.CANCEL_REFUSED : OrderTrigger.CANCEL_REFUSED_AFTER_FILL, at);
    }

    /** The order while an amend is under way: on its old terms. */
    public Order amendRequested(AmendRequest request, Instant at) {
        return then(OrderTrigger.AMEND_REQUESTED, at).with(terms, request);
    }

    /**
     * The order on the terms that the venue works now.
     *
     * @throws IllegalStateException when more than that was filled
     */
    public Order replaced(AmendRequest.Terms now, Instant at) {
        if (filled.isAbove(now.quantity())) {
            throw new IllegalStateException("an order with " + filled + " filled cannot be one of " + now.quantity());
        }
        OrderTrigger trigger = filled.equals(now.quantity())
                ? OrderTrigger.REPLACED_BY_WHAT_IS_FILLED
                : filled.isZero() ? OrderTrigger.REPLACED : OrderTrigger.REPLACED_AFTER_FILL;
        return amendAnswered(trigger, terms.amended(now.quantity(), now.limitPrice()), at);
    }

    /** The order after the venue kept it as it was. */
    public Order amendRefused(Instant at) {
        OrderTrigger trigger = filled.isZero() ? OrderTrigger.AMEND_REFUSED : OrderTrigger.AMEND_REFUSED_AFTER_FILL;
        return amendAnswered(trigger, terms, at);
    }

    /** What an amend asks for that the venue has not answered. */
    public Optional<AmendRequest.Terms> pendingTerms() {
        return Optional.ofNullable(amend).map(AmendRequest::asked);
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
        return Travelling.of(this, fill);
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

    private Order amendAnswered(OrderTrigger trigger, OrderTerms now, Instant at) {
        return then(trigger, at).with(now, amend == null ? null : amend.over());
    }

    /** What ends an order ends the wait for its amend. */
    private Order then(OrderTrigger trigger, Instant at) {
        OrderStatus next = OrderLifecycle.next(status, trigger);
        AmendRequest still = amend != null && OrderLifecycle.isFinal(next) ? amend.over() : amend;
        return new Order(terms, next, filled, filledValue, cancel, still, reason, text, version + 1, createdAt, at);
    }

    private Order with(OrderTerms other, @Nullable AmendRequest request) {
        return new Order(
                other, status, filled, filledValue, cancel, request, reason, text, version, createdAt, updatedAt);
    }

    private Order saying(@Nullable RejectReason why, @Nullable String sentence) {
        return new Order(
                terms, status, filled, filledValue, cancel, amend, why, sentence, version, createdAt, updatedAt);
    }
}
