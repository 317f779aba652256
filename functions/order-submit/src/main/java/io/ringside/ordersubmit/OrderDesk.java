package io.ringside.ordersubmit;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.contracts.trade.TradeBooked;
import io.ringside.contracts.venue.VenueOrderEnded;
import io.ringside.ordersubmit.OrderAdmission.Admission;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.Instrument;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.CancelRequest;
import io.ringside.trading.order.Fill;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one batch and what each message does to them: pure. Refused orders that cannot be read in the terms
 * of their instrument are told and remembered, but are no orders that a later message could name.
 */
final class OrderDesk {
    private final InstrumentTable instruments;
    private final Map<CommandKey, Order> orders;
    private final Map<CommandKey, Order> changed = new LinkedHashMap<>();
    private final List<OrderState> malformed = new ArrayList<>();

    OrderDesk(InstrumentTable instruments, Map<CommandKey, Order> orders) {
        this.instruments = instruments;
        this.orders = new HashMap<>(orders);
    }

    /** An order comes in, with what the checks and the risk check say of it. */
    Decision submit(SubmitOrder order, Optional<Verdict> verdict, String orderId, Instant at) {
        return switch (new OrderAdmission(instruments).admit(order, at)) {
            case Admission.Refused refused -> {
                OrderState state = refused.refusal().rejected(order, orderId, at);
                malformed.add(state);
                yield Decision.of("rejected", Announcement.changed("rejected", state));
            }
            case Admission.Admitted admitted -> decide(admitted.terms(order, orderId), verdict, at);
        };
    }

    /** A trader wants what is left of an order back. */
    Decision cancel(CancelOrder cancel, Instant at) {
        Order order = orders.get(new CommandKey(cancel.account(), cancel.originalClientOrderId()));
        Optional<Refusal> refusal = whyNotCancel(order);
        if (order == null || refusal.isPresent()) {
            return refused(cancel.clientOrderId(), cancel.account(), cancel.user(), refusal.orElseThrow(), at);
        }
        Order pending = order.cancelRequested(new CancelRequest(cancel.clientOrderId(), cancel.user()), at);
        return Decision.of("cancel-requested", withCanceller("cancel-requested", pending));
    }

    /** A venue executed a part of an order. */
    Decision traded(TradeBooked trade, Instant at) {
        Order order = require(trade.account(), trade.clientOrderId());
        Instrument instrument = instruments.require(trade.instrument());
        Fill fill = new Fill(
                trade.executionId(),
                instrument.quantity(trade.quantity()).orThrow("traded quantity"),
                instrument.price(trade.price()).orThrow("traded price"));
        boolean late = order.isFinal();
        Order filled = keep(order.filled(fill, at));
        String verb = late ? "late-filled" : filled.status() == OrderStatus.FILLED ? "filled" : "partially-filled";
        return Decision.of(verb, Announcement.changed(verb, filled.state(fill)));
    }

    /** A venue works an order no longer, or says that it had ended before a cancel came. */
    Decision ended(VenueOrderEnded end, Instant at) {
        Order order = require(end.account(), end.clientOrderId());
        return switch (end.ending()) {
            case CANCELLED -> Decision.of("cancelled", withCanceller("cancelled", order.cancelled(end.reason(), at)));
            case EXPIRED -> told("expired", expired(order, end.reason(), at));
            case CANCEL_REFUSED -> cancelRefused(order, end, at);
        };
    }

    /** A command that uses the id of another. */
    static Decision duplicate(String clientOrderId, String account, String user, Instant at) {
        return refused(clientOrderId, account, user, Refusal.of(RejectReason.DUPLICATE_ID), at);
    }

    /** A command that has no effect on any order. */
    static Decision refused(String clientOrderId, String account, String user, Refusal refusal, Instant at) {
        return Decision.of("refused", List.of(Announcement.refused(clientOrderId, account, user, refusal, at)));
    }

    /** Whether an order that the batch knows is named so. */
    boolean has(CommandKey key) {
        return orders.containsKey(key);
    }

    /** Orders as the batch leaves them. */
    Collection<Order> changed() {
        return changed.values();
    }

    /** Refused orders whose numbers may be no numbers. */
    List<OrderState> malformed() {
        return malformed;
    }

    private Decision decide(OrderTerms terms, Optional<Verdict> verdict, Instant at) {
        String saw = verdict.map(OrderDesk::shown).orElse("no answer of the risk check");
        Order order = verdict.filter(Verdict::approved)
                .map(approved -> Order.accepted(terms, at))
                .orElseGet(() -> rejected(terms, verdict, at));
        String verb = order.status() == OrderStatus.REJECTED ? "rejected" : "accepted";
        return new Decision(verb, saw, Announcement.changed(verb, keep(order).state(null)));
    }

    private static Order rejected(OrderTerms terms, Optional<Verdict> verdict, Instant at) {
        RejectReason reason =
                verdict.map(Verdict::reason).map(RejectReason::valueOf).orElse(RejectReason.RISK_UNAVAILABLE);
        String text = verdict.map(Verdict::text).orElse(reason.sentence());
        return Order.rejected(terms, reason, text, at);
    }

    private static String shown(Verdict verdict) {
        String answer = verdict.approved() ? "approved" : "refused " + verdict.reason();
        return answer + ", limit version " + verdict.limitVersion() + ", reference price " + verdict.referencePrice();
    }

    private static Optional<Refusal> whyNotCancel(@Nullable Order order) {
        if (order == null || order.status() == OrderStatus.REJECTED) {
            return Optional.of(Refusal.of(RejectReason.UNKNOWN_ORDER));
        }
        if (order.isFinal()) {
            return Optional.of(Refusal.of(RejectReason.TOO_LATE_TO_CANCEL));
        }
        return order.status() == OrderStatus.PENDING_CANCEL
                ? Optional.of(Refusal.of(RejectReason.CANCEL_PENDING))
                : Optional.empty();
    }

    /** A reason of the catalogue is told with its sentence; what a venue says in other words is told as it says it. */
    private static Order expired(Order order, @Nullable String said, Instant at) {
        Optional<RejectReason> reason = catalogued(said);
        return order.expired(
                reason.orElse(null), reason.map(RejectReason::sentence).orElse(said), at);
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
            told.add(Announcement.refused(cancelId, end.account(), user, Refusal.of(reason), at));
        }
        return Decision.of("cancel-refused", told);
    }

    /** What becomes of a cancel is told to its sender, too. */
    private List<Emission> withCanceller(String verb, Order order) {
        CancelRequest cancel = order.cancel();
        return Announcement.changed(verb, keep(order).state(null), cancel == null ? null : cancel.user());
    }

    private Decision told(String verb, Order order) {
        return Decision.of(verb, Announcement.changed(verb, keep(order).state(null)));
    }

    private Order keep(Order order) {
        CommandKey key = new CommandKey(order.terms().account(), order.terms().clientOrderId());
        orders.put(key, order);
        changed.put(key, order);
        return order;
    }

    private Order require(String account, String clientOrderId) {
        return Optional.ofNullable(orders.get(new CommandKey(account, clientOrderId)))
                .orElseThrow(() -> new IllegalStateException("there is no order " + account + '/' + clientOrderId));
    }
}
