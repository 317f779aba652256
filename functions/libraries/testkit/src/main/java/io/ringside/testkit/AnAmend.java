package io.ringside.testkit;

import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderReplaced;
import org.jspecify.annotations.Nullable;

/** An amend of an order by its owner, and every message about it. */
public record AnAmend(AnOrder order, String id, String quantity, String limitPrice) {
    private static final String USER = "alice";

    public AmendOrder command() {
        return new AmendOrder(id, order.clientOrderId(), order.account(), USER, quantity, limitPrice);
    }

    /** The order's second version, while the amend is under way. */
    public OrderState requested() {
        OrderState.PendingTerms asked = new OrderState.PendingTerms(quantity, limitPrice);
        return state(order, OrderStatus.PENDING_REPLACE, asked, 2);
    }

    /** The order's third version, on the new terms. */
    public OrderState done() {
        return state(amended(), OrderStatus.NEW, null, 3);
    }

    /** The order's third version, as it was. */
    public OrderState refused() {
        return state(order, OrderStatus.NEW, null, 3);
    }

    public AmendVenueOrder toVenue() {
        return new AmendVenueOrder(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                USER,
                order.instrument(),
                id,
                quantity,
                limitPrice);
    }

    /** The venue works this much of the order, at the new price. */
    public VenueOrderReplaced replaced(String nowQuantity) {
        return new VenueOrderReplaced(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                USER,
                order.instrument(),
                id,
                nowQuantity,
                limitPrice,
                "0",
                AnOrder.NOON);
    }

    /** The venue works the order as before, or no more. */
    public VenueAmendRefused refusedByVenue(String reason) {
        return new VenueAmendRefused(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                USER,
                order.instrument(),
                id,
                reason,
                AnOrder.NOON);
    }

    private AnOrder amended() {
        return new AnOrder(
                order.instrument(),
                order.side(),
                order.timeInForce(),
                quantity,
                limitPrice,
                order.expiresAt(),
                order.account(),
                order.orderId(),
                order.clientOrderId());
    }

    private OrderState state(AnOrder of, OrderStatus status, OrderState.@Nullable PendingTerms asked, long version) {
        return new OrderState(
                of.orderId(),
                of.clientOrderId(),
                of.account(),
                USER,
                of.instrument(),
                of.side(),
                of.type(),
                of.timeInForce(),
                of.quantity(),
                of.limitPrice(),
                of.expiresAt(),
                status,
                "0",
                of.quantity(),
                null,
                null,
                null,
                null,
                null,
                id,
                asked,
                null,
                null,
                version,
                AnOrder.NOON);
    }
}
