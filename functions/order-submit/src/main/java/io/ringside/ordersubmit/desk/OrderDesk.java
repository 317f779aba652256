package io.ringside.ordersubmit.desk;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.CancelOrder;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.ordersubmit.desk.OrderAdmission.Admission;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.CancelRequest;
import io.ringside.trading.order.Order;
import io.ringside.trading.order.OrderTerms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders come in, and are wanted back: pure. */
public final class OrderDesk {
    private final OrderAdmission admission;
    private final OrderTable table;

    public OrderDesk(InstrumentTable instruments, OrderTable table) {
        this.admission = new OrderAdmission(instruments);
        this.table = table;
    }

    /** An order comes in, with what the checks and the risk check say of it. */
    public Decision submit(SubmitOrder order, Optional<Verdict> verdict, String orderId, Instant at) {
        return switch (admission.admit(order, at)) {
            case Admission.Refused refused -> {
                OrderState state = refused.refusal().rejected(order, orderId, at);
                table.keepMalformed(state);
                yield Decision.of("rejected", Announcement.changed("rejected", state));
            }
            case Admission.Admitted admitted -> decide(admitted.terms(order, orderId), verdict, at);
        };
    }

    /** A trader wants what is left of an order back. */
    public Decision cancel(CancelOrder cancel, Instant at) {
        Order order = table.find(new CommandKey(cancel.account(), cancel.originalClientOrderId()));
        Optional<Refusal> refusal = whyNotCancel(order);
        if (order == null || refusal.isPresent()) {
            Emission told = Announcement.refused(
                    cancel.clientOrderId(),
                    cancel.originalClientOrderId(),
                    cancel.account(),
                    cancel.user(),
                    refusal.orElseThrow(),
                    at);
            return Decision.of("refused", List.of(told));
        }
        CancelRequest request = new CancelRequest(cancel.clientOrderId(), cancel.user());
        Order pending = table.keep(order.cancelRequested(request, at));
        return Decision.of(
                "cancel-requested", Announcement.changed("cancel-requested", pending.state(null), request.user()));
    }

    /** A command that uses the id of another. */
    public static Decision duplicate(String clientOrderId, String account, String user, Instant at) {
        return refused(clientOrderId, account, user, Refusal.of(RejectReason.DUPLICATE_ID), at);
    }

    /** A command that has no effect on any order. */
    public static Decision refused(String clientOrderId, String account, String user, Refusal refusal, Instant at) {
        return Decision.of("refused", List.of(Announcement.refused(clientOrderId, null, account, user, refusal, at)));
    }

    private Decision decide(OrderTerms terms, Optional<Verdict> verdict, Instant at) {
        String saw = verdict.map(OrderDesk::shown).orElse("no answer of the risk check");
        Order order = verdict.filter(Verdict::approved)
                .map(approved -> Order.accepted(terms, at))
                .orElseGet(() -> rejected(terms, verdict, at));
        String verb = order.status() == OrderStatus.REJECTED ? "rejected" : "accepted";
        return new Decision(
                verb, saw, Announcement.changed(verb, table.keep(order).state(null)));
    }

    private static Order rejected(OrderTerms terms, Optional<Verdict> verdict, Instant at) {
        Refusal refusal = Refusal.by(verdict);
        return Order.rejected(terms, refusal.reason(), refusal.text(), at);
    }

    static String shown(Verdict verdict) {
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
}
