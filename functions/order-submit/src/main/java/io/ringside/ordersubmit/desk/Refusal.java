package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.order.SubmitOrder;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import java.time.Instant;
import java.util.Optional;

/**
 * Why a command was refused.
 *
 * @param text names the field and the rule, or the limit, what was asked and what is left
 */
public record Refusal(RejectReason reason, String text) {
    private static final String NOTHING = "0";

    /** A refusal that the catalogue's own sentence says well enough. */
    public static Refusal of(RejectReason reason) {
        return new Refusal(reason, reason.sentence());
    }

    /** What the risk check says against it, or that it says nothing. */
    static Refusal by(Optional<Verdict> verdict) {
        RejectReason reason =
                verdict.map(Verdict::reason).map(RejectReason::valueOf).orElse(RejectReason.RISK_UNAVAILABLE);
        return new Refusal(reason, verdict.map(Verdict::text).orElse(reason.sentence()));
    }

    /** The refused order with its numbers as they came, since they may be no numbers. */
    public OrderState rejected(SubmitOrder order, String orderId, Instant at) {
        return new OrderState(
                orderId,
                order.clientOrderId(),
                order.account(),
                order.user(),
                order.instrument(),
                order.side(),
                order.orderType(),
                order.timeInForce(),
                order.quantity(),
                order.limitPrice(),
                order.expiresAt(),
                OrderStatus.REJECTED,
                NOTHING,
                NOTHING,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                reason.name(),
                text,
                1,
                at);
    }
}
