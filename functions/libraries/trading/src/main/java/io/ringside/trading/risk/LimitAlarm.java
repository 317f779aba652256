package io.ringside.trading.risk;

import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.order.OrderState;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.trading.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** What the user of an account is told of a limit that a command of his lifted to another level. */
public final class LimitAlarm {
    /** Per cent from which on it is more than a warning. */
    private static final int CRITICAL_LEVEL = 90;

    private LimitAlarm() {}

    /**
     * The alert that this command causes.
     *
     * @param commandId the sender's own id of it, unique within the account
     * @param order that it is about, if it is about one
     */
    public static RaiseAlert of(
            LimitReached reached,
            Instrument instrument,
            String account,
            String user,
            String commandId,
            @Nullable OrderState order) {
        String text = account + " has reached " + reached.level() + " % of its net position limit in "
                + instrument.symbol() + ": " + reached.used() + " of " + reached.maximum() + ' '
                + instrument.quantityUnit() + ", counting open orders.";
        return new RaiseAlert(
                RaiseAlert.idOf(AlertKind.LIMIT_REACHED, account, commandId),
                user,
                AlertKind.LIMIT_REACHED,
                reached.level() < CRITICAL_LEVEL ? AlertSeverity.WARNING : AlertSeverity.CRITICAL,
                account,
                instrument.id(),
                order == null ? null : order.orderId(),
                order == null ? null : order.clientOrderId(),
                null,
                reached,
                text);
    }
}
