package io.ringside.execution.router;

import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.contracts.order.OrderState;
import io.ringside.execution.Investigation;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.OrderedFunction;
import io.ringside.runtime.Source;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows accepted orders, requested cancels and requested amends, in the order of each account. */
@Singleton
final class ExecutionRouter implements OrderedFunction<Boolean> {
    private static final String ACCEPTED = "accepted";
    private static final String CANCEL_REQUESTED = "cancel-requested";
    private static final String AMEND_REQUESTED = "amend-requested";

    private final VenueChoice venues;

    ExecutionRouter(VenueChoice venues) {
        this.venues = venues;
    }

    @Override
    public String name() {
        return "execution-router";
    }

    @Override
    public List<Source> sources() {
        return List.of(Source.facts(
                "order",
                Map.of(
                        ACCEPTED, OrderState.class,
                        CANCEL_REQUESTED, OrderState.class,
                        AMEND_REQUESTED, OrderState.class)));
    }

    @Override
    public Boolean ask(List<Delivery> batch) {
        return true;
    }

    @Override
    public Work begin(List<Delivery> batch, Boolean answers) {
        return new Routing();
    }

    @Override
    public List<Emission> whenAbandoned(String subject, @Nullable String user, byte[] raw, Instant at) {
        try {
            OrderState order = Wire.decode(raw, OrderState.class);
            String amend = order.amendId();
            return Subjects.verbOf(subject).equals(AMEND_REQUESTED) && amend != null
                    ? List.of(Investigation.ofAmend(order, amend, at))
                    : List.of(Investigation.of(order.clientOrderId(), order.account(), order.user(), at));
        } catch (Wire.UndecodableException e) {
            return List.of(); // Nobody can be named.
        }
    }

    private final class Routing implements Work {
        @Override
        public Decision decide(Delivery delivery) {
            OrderState order = (OrderState) delivery.body();
            VenueRoute route = venues.venueOf(order.instrument());
            return switch (Subjects.verbOf(delivery.subject())) {
                case ACCEPTED -> RoutingDecision.enter(order, route);
                case CANCEL_REQUESTED -> RoutingDecision.pull(order, route);
                case AMEND_REQUESTED -> RoutingDecision.amend(order, route);
                default -> throw new IllegalStateException("not followed: " + delivery.subject());
            };
        }

        @Override
        public void save() {
            // The router has no state: what it decided is in the remembered emissions.
        }
    }
}
