package io.ringside.contracts.alert;

import io.micronaut.serde.annotation.Serdeable;
import io.ringside.contracts.DerivedId;
import io.ringside.contracts.risk.LimitReached;
import org.jspecify.annotations.Nullable;

/**
 * {@code cmd.alert.raise}, from a function to a function: this user has to know, and to say so.
 *
 * @param alertId follows from the cause, so that raising it twice is raising it once
 * @param orderId the order that it is about, if it is about one
 * @param reason code of {@link io.ringside.contracts.RejectReason}, of a rejected order
 * @param limit which limit, and how much of it is used, of a limit that was reached
 * @param text for a person
 */
@Serdeable
public record RaiseAlert(
        String alertId,
        String user,
        AlertKind kind,
        AlertSeverity severity,
        String account,
        String instrument,
        @Nullable String orderId,
        @Nullable String clientOrderId,
        @Nullable String reason,
        @Nullable LimitReached limit,
        String text) {
    /** The id of the alert that this command of an account caused. */
    public static String idOf(AlertKind kind, String account, String commandId) {
        return DerivedId.of("alert/" + kind + '/' + account + '/' + commandId);
    }
}
