package io.ringside.ordersubmit.desk;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.order.OrderStatus;
import io.ringside.contracts.risk.RiskVerdicts.Verdict;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import io.ringside.trading.instrument.InstrumentTable;
import io.ringside.trading.risk.LimitAlarm;
import java.util.Optional;

/** What the user of an order has to acknowledge: that it was rejected, or the level of a limit that it lifted. */
public final class OrderAlarm {
    private static final String RAISE = "alert.raise";

    private OrderAlarm() {}

    /**
     * The decision on a new order or new terms, with what it raises. One that has no effect on an order raises nothing.
     *
     * @param commandId the sender's own id of the command
     */
    public static Decision added(
            Decision decision, String commandId, Optional<Verdict> verdict, InstrumentTable instruments) {
        Optional<OrderState> order = decision.emissions().stream()
                .map(Emission::body)
                .filter(OrderState.class::isInstance)
                .map(OrderState.class::cast)
                .findFirst();
        return order.flatMap(state -> alert(state, commandId, verdict, instruments))
                .map(alert -> decision.with(new Emission(Subjects.alertCommand("raise", alert.user()), RAISE, alert)))
                .orElse(decision);
    }

    private static Optional<RaiseAlert> alert(
            OrderState order, String commandId, Optional<Verdict> verdict, InstrumentTable instruments) {
        if (order.status() == OrderStatus.REJECTED) {
            return Optional.of(rejected(order));
        }
        return verdict.map(Verdict::reached)
                .map(reached -> LimitAlarm.of(
                        reached,
                        instruments.require(order.instrument()),
                        order.account(),
                        order.user(),
                        commandId,
                        order));
    }

    private static RaiseAlert rejected(OrderState order) {
        String text = order.text();
        return new RaiseAlert(
                RaiseAlert.idOf(AlertKind.ORDER_REJECTED, order.account(), order.clientOrderId()),
                order.user(),
                AlertKind.ORDER_REJECTED,
                AlertSeverity.CRITICAL,
                order.account(),
                order.instrument(),
                order.orderId(),
                order.clientOrderId(),
                order.reason(),
                null,
                text == null ? RejectReason.MALFORMED.sentence() : text);
    }
}
