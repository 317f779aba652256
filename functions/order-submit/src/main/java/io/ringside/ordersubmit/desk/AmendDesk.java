package io.ringside.ordersubmit.desk;

import io.ringside.contracts.CommandKey;
import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.AmendOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.ordersubmit.desk.AmendAdmission.Admission;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.order.AmendRequest;
import io.ringside.trading.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders are to get other terms: pure. Until the venue has answered, an order stands on the terms that it has. */
public final class AmendDesk {
    private final AmendAdmission admission;
    private final OrderTable table;

    public AmendDesk(InstrumentTable instruments, OrderTable table) {
        this.admission = new AmendAdmission(instruments);
        this.table = table;
    }

    /** A trader wants other terms for an order. */
    public Decision amend(AmendOrder amend, RiskAnswer risk, Instant at) {
        Order order = table.find(new CommandKey(amend.account(), amend.originalClientOrderId()));
        return switch (admission.admit(order, amend)) {
            case Admission.Refused refused -> refused(amend, refused.refusal(), risk, at);
            case Admission.Admitted admitted -> {
                Optional<Refusal> refusal =
                        admitted.asksForMore() ? notReserved(admitted.terms(), risk) : Optional.empty();
                yield refusal.map(why -> refused(amend, why, risk, at))
                        .orElseGet(() -> requested(order, amend, admitted.terms(), risk.verdict(), at));
            }
        };
    }

    /** An amend under the id of another command. What may be reserved under it is given back unless in use. */
    public Decision duplicate(AmendOrder amend, RiskAnswer risk, boolean inUse, Instant at) {
        Refusal refusal = Refusal.of(RejectReason.DUPLICATE_ID);
        return refused(amend, refusal, inUse ? RiskAnswer.NOT_ASKED : risk, at);
    }

    private Decision requested(
            @Nullable Order order, AmendOrder amend, AmendRequest.Terms terms, Optional<Verdict> verdict, Instant at) {
        if (order == null) {
            throw new IllegalStateException("only an order that there is can be amended");
        }
        AmendRequest request = new AmendRequest(amend.clientOrderId(), amend.user(), terms);
        Order pending = table.keep(order.amendRequested(request, at));
        return new Decision(
                "amend-requested",
                verdict.map(OrderDesk::shown).orElse(""),
                Announcement.changed("amend-requested", pending.state(null), amend.user()));
    }

    /** What was asked of the risk check must be what is decided; a verdict on anything else is none. */
    private static Optional<Refusal> notReserved(AmendRequest.Terms terms, RiskAnswer risk) {
        boolean same = risk.request() != null
                && terms.quantity().text().equals(risk.request().quantity())
                && terms.limitPrice().text().equals(risk.request().limitPrice());
        Optional<Verdict> verdict = risk.verdict().filter(given -> same);
        return verdict.isPresent() && verdict.get().approved() ? Optional.empty() : Optional.of(Refusal.by(verdict));
    }

    private static Decision refused(AmendOrder amend, Refusal refusal, RiskAnswer risk, Instant at) {
        List<Emission> told = new ArrayList<>();
        told.add(Announcement.refused(
                amend.clientOrderId(), amend.originalClientOrderId(), amend.account(), amend.user(), refusal, at));
        if (risk.mayHold()) {
            told.add(Announcement.unused(amend.account(), amend.clientOrderId(), amend.user(), risk.request()));
        }
        return new Decision("refused", risk.verdict().map(OrderDesk::shown).orElse(""), told);
    }
}
