package io.ringside.alert;

import io.ringside.contracts.DerivedId;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;

/** What raises alerts, of {@code TIN} in {@code ACC1}. */
final class Alarms {
    private Alarms() {}

    static RaiseAlert rejected(String user, String order) {
        return new RaiseAlert(
                id(user, order),
                user,
                AlertKind.ORDER_REJECTED,
                AlertSeverity.CRITICAL,
                "ACC1",
                "TIN",
                "o-" + order,
                order,
                "ORDER_SIZE",
                null,
                "Too much.");
    }

    static RaiseAlert reached(String user, String order, int level) {
        return reached(user, order, level, "ACC1", "TIN");
    }

    static RaiseAlert reached(String user, String order, int level, String account, String instrument) {
        return new RaiseAlert(
                id(user, order),
                user,
                AlertKind.LIMIT_REACHED,
                AlertSeverity.WARNING,
                account,
                instrument,
                "o-" + order,
                order,
                null,
                new LimitReached(LimitKind.NET_POSITION, level, level + ".0", "100.0"),
                account + " has reached " + level + " %, by " + order + '.');
    }

    static String id(String user, String order) {
        return DerivedId.of(user + order);
    }
}
