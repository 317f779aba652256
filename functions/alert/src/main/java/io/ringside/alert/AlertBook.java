package io.ringside.alert;

import io.ringside.contracts.RejectReason;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertKind;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.alert.AlertsAcknowledged;
import io.ringside.contracts.alert.RaiseAlert;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Emission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts of one batch and what each message does to them: pure. */
final class AlertBook {
    private final Map<String, AlertState> alerts;
    private final Map<String, Long> unacknowledged;
    private final Map<String, AlertState> changed = new LinkedHashMap<>();

    /**
     * @param alerts by id: those that the batch names, and every limit that its users have not acknowledged
     * @param unacknowledged how many each of its users has
     */
    AlertBook(Map<String, AlertState> alerts, Map<String, Long> unacknowledged) {
        this.alerts = new HashMap<>(alerts);
        this.unacknowledged = new HashMap<>(unacknowledged);
    }

    /** Something happened that a user has to know. A limit that stands unacknowledged is not raised again. */
    Decision raise(RaiseAlert command, Instant time) {
        Instant at = kept(time);
        Optional<AlertState> standing = standing(command);
        if (standing.isPresent()) {
            AlertState before = standing.get();
            AlertState repeated = keep(state(
                    before.alertId(),
                    command,
                    before.count() + 1,
                    before.raisedAt(),
                    later(before.lastAt(), at),
                    before.version() + 1));
            return Decision.of("repeated", List.of(Announcement.repeated(repeated)));
        }
        AlertState raised = keep(state(command.alertId(), command, 1, at, at, 1));
        unacknowledged.merge(raised.user(), 1L, Long::sum);
        return Decision.of("raised", Announcement.raised(raised));
    }

    /** A user has seen these. What is unknown or another's is refused, whatever becomes of the rest. */
    Decision acknowledge(AcknowledgeAlerts command, Instant time) {
        Instant at = kept(time);
        List<String> done = new ArrayList<>();
        List<String> already = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Emission> told = new ArrayList<>();
        for (String id : new LinkedHashSet<>(command.alertIds())) {
            AlertState alert = alerts.get(id);
            if (alert == null || !alert.user().equals(command.user())) {
                unknown.add(id);
            } else if (alert.acknowledgedAt() != null) {
                already.add(id);
            } else {
                done.add(id);
                told.add(Announcement.fact("acknowledged", keep(acknowledged(alert, command.user(), at))));
            }
        }
        long left = unacknowledged.merge(command.user(), (long) -done.size(), Long::sum);
        if (!unknown.isEmpty()) {
            told.add(Announcement.refused(
                    command.clientCommandId(), command.user(), unknown, RejectReason.UNKNOWN_ALERT, at));
        }
        if (done.isEmpty() && already.isEmpty()) {
            return Decision.of("refused", told);
        }
        told.add(Announcement.acknowledged(
                new AlertsAcknowledged(command.clientCommandId(), command.user(), done, already, left, at)));
        return Decision.of("acknowledged", told);
    }

    /** Alerts as the batch leaves them. */
    Collection<AlertState> changed() {
        return changed.values();
    }

    private Optional<AlertState> standing(RaiseAlert command) {
        if (command.kind() != AlertKind.LIMIT_REACHED) {
            return Optional.empty();
        }
        return alerts.values().stream()
                .filter(alert -> alert.acknowledgedAt() == null && alert.kind() == AlertKind.LIMIT_REACHED)
                .filter(alert -> alert.user().equals(command.user()))
                .filter(alert -> alert.account().equals(command.account()))
                .filter(alert -> alert.instrument().equals(command.instrument()))
                .filter(alert -> level(alert.limit()) == level(command.limit()))
                .findFirst();
    }

    private static int level(@Nullable LimitReached limit) {
        return limit == null ? 0 : limit.level();
    }

    private AlertState keep(AlertState alert) {
        alerts.put(alert.alertId(), alert);
        changed.put(alert.alertId(), alert);
        return alert;
    }

    /** What it says is what its last cause says. */
    private static AlertState state(
            String alertId, RaiseAlert cause, long count, Instant raisedAt, Instant lastAt, long version) {
        return new AlertState(
                alertId,
                cause.user(),
                cause.kind(),
                cause.severity(),
                cause.account(),
                cause.instrument(),
                cause.orderId(),
                cause.clientOrderId(),
                cause.reason(),
                cause.limit(),
                cause.text(),
                count,
                raisedAt,
                lastAt,
                null,
                null,
                version);
    }

    private static AlertState acknowledged(AlertState alert, String user, Instant at) {
        return new AlertState(
                alert.alertId(),
                alert.user(),
                alert.kind(),
                alert.severity(),
                alert.account(),
                alert.instrument(),
                alert.orderId(),
                alert.clientOrderId(),
                alert.reason(),
                alert.limit(),
                alert.text(),
                alert.count(),
                alert.raisedAt(),
                alert.lastAt(),
                later(alert.lastAt(), at),
                user,
                alert.version() + 1);
    }

    /** What happens to an alert is never before what happened to it, though the server's clock may step back. */
    private static Instant later(Instant before, Instant at) {
        return at.isBefore(before) ? before : at;
    }

    /** As fine as the book keeps a time. */
    private static Instant kept(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
