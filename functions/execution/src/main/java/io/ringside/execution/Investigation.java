package io.ringside.execution;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.order.CommandRefused;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.runtime.Emission;
import java.time.Instant;

/** What the owner of an order is told when a message about it was given up and became a dead letter. */
public final class Investigation {
    private static final RejectReason REASON = RejectReason.UNDER_INVESTIGATION;

    private Investigation() {}

    /** The notice to the order's user. */
    public static Emission of(String clientOrderId, String account, String user, Instant at) {
        var refused = new CommandRefused(clientOrderId, null, account, user, REASON.name(), REASON.sentence(), at);
        return new Emission(Subjects.inbox(user), "command.refused", refused);
    }

    /** The fact that an amend comes to nothing: its order stands again, and whoever sent it is told. */
    public static Emission ofAmend(OrderState order, String amend, Instant at) {
        var fact = new VenueAmendRefused(
                order.orderId(),
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                amend,
                REASON.name(),
                at);
        String subject = Subjects.venueFact("amend-refused", fact.account(), fact.orderId());
        return new Emission(subject, "venue.amend-refused", fact);
    }
}
