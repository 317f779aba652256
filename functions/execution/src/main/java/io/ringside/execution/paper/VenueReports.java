package io.ringside.execution.paper;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.TimerSubjects;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.AmendVenueOrder;
import io.ringside.contracts.venue.CloseTradingDay;
import io.ringside.contracts.venue.PullVenueOrder;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderEnded.Ending;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.execution.book.VenueFact;
import io.ringside.execution.book.WorkingOrder;
import io.ringside.execution.book.WorkingOrder.Ticket;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The venue's facts as messages. Pure. */
final class VenueReports {
    private static final String NOTHING = "0";

    private final String venue;

    VenueReports(String venue) {
        this.venue = venue;
    }

    List<Emission> of(List<VenueFact> facts, Instant at) {
        return facts.stream().map(fact -> of(fact, at)).toList();
    }

    private Emission of(VenueFact fact, Instant at) {
        return switch (fact) {
            case VenueFact.Filled filled -> trade(filled, at);
            case VenueFact.Expired expired -> ended(expired.order(), Ending.EXPIRED, null, expired.reason(), at);
            case VenueFact.Cancelled cancelled ->
                ended(cancelled.order(), Ending.CANCELLED, cancelled.cancelId(), null, at);
            case VenueFact.Replaced replaced -> replaced(replaced, at);
        };
    }

    private static Emission replaced(VenueFact.Replaced replaced, Instant at) {
        WorkingOrder order = replaced.order();
        Ticket ticket = order.ticket();
        var body = new VenueOrderReplaced(
                ticket.orderId(),
                ticket.clientOrderId(),
                ticket.account(),
                ticket.user(),
                ticket.instrument(),
                replaced.amendId(),
                order.quantity().text(),
                Objects.requireNonNull(order.limit(), "what is amended has a limit")
                        .text(),
                order.leaves().text(),
                at);
        return new Emission(Subjects.venueFact("replaced", ticket.account(), ticket.orderId()), "venue.replaced", body);
    }

    /** The order had ended before, the venue never had it, or it is of a kind that cannot be amended. */
    static Emission amendRefused(AmendVenueOrder amend, RejectReason reason, Instant at) {
        var body = new VenueAmendRefused(
                amend.orderId(),
                amend.clientOrderId(),
                amend.account(),
                amend.user(),
                amend.instrument(),
                amend.amendId(),
                reason.name(),
                at);
        String subject = Subjects.venueFact("amend-refused", amend.account(), amend.orderId());
        return new Emission(subject, "venue.amend-refused", body);
    }

    /** The end of an order that is good until a time of its own. */
    static Emission timer(WorkingOrder order) {
        Ticket ticket = order.ticket();
        Instant end = Objects.requireNonNull(order.expiresAt(), "a GTD order ends");
        return new Emission(
                TimerSubjects.venueTimer(ticket.instrument(), ticket.orderId()),
                "venue.close",
                new CloseTradingDay(ticket.instrument(), end),
                end);
    }

    /** The order had ended before, or the venue never had it. */
    Emission cancelRefused(PullVenueOrder pull, @Nullable WorkingOrder order, Instant at) {
        var ticket = new Ticket(pull.orderId(), pull.clientOrderId(), pull.account(), pull.user(), pull.instrument());
        RejectReason reason = order == null ? RejectReason.UNKNOWN_ORDER : RejectReason.TOO_LATE_TO_CANCEL;
        String leaves = order == null ? NOTHING : order.leaves().text();
        return ended(ticket, Ending.CANCEL_REFUSED, leaves, pull.cancelId(), reason, at);
    }

    private Emission trade(VenueFact.Filled filled, Instant at) {
        WorkingOrder order = filled.order();
        Ticket ticket = order.ticket();
        var booked = new TradeBooked(
                filled.executionId(),
                ticket.orderId(),
                ticket.clientOrderId(),
                ticket.account(),
                ticket.user(),
                ticket.instrument(),
                order.side(),
                filled.quantity().text(),
                filled.price().text(),
                venue,
                filled.quoteSequence(),
                null,
                at);
        return new Emission(Subjects.tradeFact(ticket.account(), ticket.orderId()), "trade.booked", booked);
    }

    private static Emission ended(
            WorkingOrder order, Ending ending, @Nullable String cancelId, @Nullable RejectReason reason, Instant at) {
        return ended(order.ticket(), ending, order.leaves().text(), cancelId, reason, at);
    }

    private static Emission ended(
            Ticket ticket,
            Ending ending,
            String leaves,
            @Nullable String cancelId,
            @Nullable RejectReason reason,
            Instant at) {
        var body = new VenueOrderEnded(
                ticket.orderId(),
                ticket.clientOrderId(),
                ticket.account(),
                ticket.user(),
                ticket.instrument(),
                ending,
                leaves,
                cancelId,
                reason == null ? null : reason.name(),
                at);
        String verb = ending.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Emission(Subjects.venueFact(verb, ticket.account(), ticket.orderId()), "venue." + verb, body);
    }
}
