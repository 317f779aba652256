package io.ringside.execution.router;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.EnterVenueOrder;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import java.util.List;
import java.util.Objects;

/** What a venue is told about an order. Pure. */
final class RoutingDecision {
    private RoutingDecision() {}

    static Decision enter(OrderState order, VenueRoute route) {
        var command = new EnterVenueOrder(
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
                order.expiresAt());
        return told("entered", "enter", order, route, command);
    }

    static Decision pull(OrderState order, VenueRoute route) {
        var command = new PullVenueOrder(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                Objects.requireNonNull(order.cancelId(), "a requested cancel names itself"));
        return told("pulled", "pull", order, route, command);
    }

    static Decision amend(OrderState order, VenueRoute route) {
        OrderState.PendingTerms asked = Objects.requireNonNull(order.pendingTerms(), "a requested amend has terms");
        var command = new AmendVenueOrder(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                Objects.requireNonNull(order.amendId(), "a requested amend names itself"),
                asked.quantity(),
                asked.limitPrice());
        return told("amended", "amend", order, route, command);
    }

    private static Decision told(String outcome, String verb, OrderState order, VenueRoute route, Object command) {
        String subject = Subjects.venueCommand(route.feature(), verb, order.instrument());
        // The wire type is that of the command, whichever venue takes it.
        return new Decision(
                outcome, "venue=" + route.venue(), List.of(new Emission(subject, "venue." + verb, command)));
    }
}
