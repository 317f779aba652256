package io.ringside.contracts;

import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertRefused;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.risk.LimitKind;
import io.ringside.contracts.risk.LimitReached;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of alerts: whole first, least second. */
final class AlertSamples {
    static final LimitReached NEARLY_USED = new LimitReached(LimitKind.NET_POSITION, 90, "9.2", "10");

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final String ALERT = "01990000-0000-8000-8000-000000000009";
    private static final String TEXT = "ACC1 has reached 90 % of its net position limit in ADA/XBT.";

    private AlertSamples() {}

    static List<List<Record>> all() {
        return List.of(
                List.of(NEARLY_USED),
                List.of(raise("o-1", "ORDER_SIZE", NEARLY_USED), raise(null, null, null)),
                List.of(state("o-1", "ORDER_SIZE", NEARLY_USED, NOON), state(null, null, null, null)),
                List.of(new AcknowledgeAlerts("k-1", "alice", List.of(ALERT))),
                List.of(
                        new AlertsAcknowledged("k-1", "alice", List.of(ALERT), List.of("a2"), 3, NOON),
                        new AlertsAcknowledged("k-1", "alice", List.of(), List.of(), 0, NOON)),
                List.of(new AlertRefused("k-1", "alice", List.of(ALERT), "UNKNOWN_ALERT", "There is none.", NOON)));
    }

    private static RaiseAlert raise(@Nullable String order, @Nullable String reason, @Nullable LimitReached limit) {
        return new RaiseAlert(
                ALERT,
                "alice",
                AlertKind.LIMIT_REACHED,
                AlertSeverity.CRITICAL,
                "ACC1",
                "ADA-XBT",
                order,
                order,
                reason,
                limit,
                TEXT);
    }

    private static AlertState state(
            @Nullable String order,
            @Nullable String reason,
            @Nullable LimitReached limit,
            @Nullable Instant acknowledged) {
        return new AlertState(
                ALERT,
                "alice",
                AlertKind.ORDER_REJECTED,
                AlertSeverity.WARNING,
                "ACC1",
                "ADA-XBT",
                order,
                order,
                reason,
                limit,
                TEXT,
                2,
                NOON,
                NOON,
                acknowledged,
                acknowledged == null ? null : "alice",
                3);
    }
}
