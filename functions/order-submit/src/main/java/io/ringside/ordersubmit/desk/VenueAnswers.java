package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueAmendRefused;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.contracts.venue.VenueOrderReplaced;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.AmendRequest;
import io.ringside.trading.order.CancelRequest;
import io.ringside.trading.order.Fill;
import io.ringside.trading.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a venue says of the orders of one batch, and what that does to them: pure. */
public final class VenueAnswers {
    private final InstrumentTable instruments;
    private final OrderTable table;

    public VenueAnswers(InstrumentTable instruments, OrderTable table) {
        this.instruments = instruments;
        this.table = table;
    }

    /** A venue executed a part of an order. */
    public Decision traded(TradeBooked trade, Instant at) {
        Order order = table.require(trade.account(), trade.clientOrderId());
        Instrument instrument = instruments.require(trade.instrument());
        Fill fill = new Fill(
                trade.executionId(),
                instrument.quantity(trade.quantity()).orThrow("traded quantity"),
                instrument.price(trade.price()).orThrow("traded price"));
        boolean late = order.isFinal();
        Order filled = table.keep(order.filled(fill, at));
        String verb = late ? "late-filled" : filled.status() == OrderStatus.FILLED ? "filled" : "partially-filled";
        return Decision.of(verb, Announcement.changed(verb, filled.state(fill)));
    }

    /** A venue works an order no longer, or says that it had ended before a cancel came. */
    public Decision ended(VenueOrderEnded end, Instant at) {
        Order order = table.require(end.account(), end.clientOrderId());
        return switch (end.ending()) {
            case CANCELLED -> Decision.of("cancelled", withCanceller("cancelled", order.cancelled(end.reason(), at)));
            case EXPIRED -> expired(order, end.reason(), at);
            case CANCEL_REFUSED -> cancelRefused(order, end, at);
        };
    }

    /** A venue works an order on the terms of an amend. One that is told after the order's end comes to nothing. */
    public Decision replaced(VenueOrderReplaced said, Instant at) {
        Order order = table.require(said.account(), said.clientOrderId());
        if (order.isFinal()) {
            Refusal late = Refusal.of(RejectReason.TOO_LATE_TO_AMEND);
            return Decision.of("late-replaced", List.of(refused(order, said.amendId(), said.user(), late, at)));
        }
        if (!awaits(order, said.amendId())) {
            throw new IllegalStateException(
                    "an order that is " + order.status() + " awaits no amend " + said.amendId());
        }
        Instrument instrument = instruments.require(said.instrument());
        AmendRequest.Terms now = new AmendRequest.Terms(
                instrument.quantity(said.quantity()).orThrow("quantity"),
                instrument.price(said.limitPrice()).orThrow("limitPrice"));
        return Decision.of("replaced", withAmender("replaced", order.replaced(now, at)));
    }

    /** A venue works an order as before, or says that it had ended before an amend came. */
    public Decision amendRefused(VenueAmendRefused said, Instant at) {
        Order order = table.require(said.account(), said.clientOrderId());
        List<Emission> told = new ArrayList<>();
        if (awaits(order, said.amendId())) {
            told.addAll(withAmender("amend-refused", order.amendRefused(at)));
        }
        RejectReason reason = catalogued(said.reason()).orElse(RejectReason.TOO_LATE_TO_AMEND);
        told.add(refused(order, said.amendId(), said.user(), Refusal.of(reason), at));
        return Decision.of("amend-refused", told);
    }

    private static boolean awaits(Order order, String amendId) {
        AmendRequest amend = order.amend();
        return amend != null && amend.asked() != null && amend.clientOrderId().equals(amendId);
    }

    private static Emission refused(Order order, String amendId, String owner, Refusal refusal, Instant at) {
        AmendRequest last = order.amend();
        String user = last != null && amendId.equals(last.clientOrderId()) ? last.user() : owner;
        return Announcement.refused(
                amendId, order.terms().clientOrderId(), order.terms().account(), user, refusal, at);
    }

    /** What becomes of an amend is told to its sender, too. */
    private List<Emission> withAmender(String verb, Order order) {
        AmendRequest amend = order.amend();
        return Announcement.changed(verb, table.keep(order).state(null), amend == null ? null : amend.user());
    }

    /** A reason of the catalogue is told with its sentence; what a venue says in other words is told as it says it. */
    private Decision expired(Order order, @Nullable String said, Instant at) {
        Optional<RejectReason> reason = catalogued(said);
        String text = reason.map(RejectReason::sentence).orElse(said);
        Order expired = table.keep(order.expired(reason.orElse(null), text, at));
        return Decision.of("expired", Announcement.changed("expired", expired.state(null)));
    }

    private static Optional<RejectReason> catalogued(@Nullable String said) {
        return Optional.ofNullable(said).flatMap(RejectReason::find);
    }

    private Decision cancelRefused(Order order, VenueOrderEnded end, Instant at) {
        List<Emission> told = new ArrayList<>();
        if (!order.isFinal()) {
            told.addAll(withCanceller("cancel-refused", order.cancelRefused(at)));
        }
        String cancelId = end.cancelId();
        if (cancelId != null) {
            CancelRequest last = order.cancel();
            String user = last != null && cancelId.equals(last.clientOrderId()) ? last.user() : end.user();
            RejectReason reason = catalogued(end.reason()).orElse(RejectReason.TOO_LATE_TO_CANCEL);
            told.add(Announcement.refused(cancelId, end.clientOrderId(), end.account(), user, Refusal.of(reason), at));
        }
        return Decision.of("cancel-refused", told);
    }

    /** What becomes of a cancel is told to its sender, too. */
    private List<Emission> withCanceller(String verb, Order order) {
        CancelRequest cancel = order.cancel();
        return Announcement.changed(verb, table.keep(order).state(null), cancel == null ? null : cancel.user());
    }
}
