package io.ringside.alert;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.Wire;
import io.ringside.contracts.alert.AcknowledgeAlerts;
import io.ringside.contracts.alert.AlertSeverity;
import io.ringside.contracts.alert.AlertState;
import io.ringside.contracts.risk.LimitReached;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.UserCommand;
import io.ringside.runtime.sql.Columns;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Table {@code alert.alert}. A batch is one statement in each direction, and one that counts where somebody
 * acknowledges.
 */
@Singleton
class AlertStore {
    private static final String LOAD = """
            select body from alert.alert where alert_id = any(?::uuid[])
            union
            select body from alert.alert
            where trader = any(?::text[]) and acknowledged_at is null and kind = 'LIMIT_REACHED'
            """;

    private static final String COUNT = """
            select trader, count(*) from alert.alert
            where trader = any(?::text[]) and acknowledged_at is null group by trader
            """;

    private static final String COUNT_ALL =
            "select severity, count(*) from alert.alert where acknowledged_at is null group by severity";

    private static final String SAVE = """
            insert into alert.alert (alert_id, trader, kind, severity, account, instrument, level, count,
                   raised_at, last_at, acknowledged_at, acknowledged_by, version, body)
            select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[],
                   ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::bigint[],
                   ?::bytea[])
            on conflict (alert_id) do update set count = excluded.count, last_at = excluded.last_at,
                acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by,
                version = excluded.version, body = excluded.body
            """;

    private final JdbcOperations jdbc;

    AlertStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What these messages need to be decided. */
    AlertBook load(List<Delivery> batch) {
        Set<String> users = users(batch.stream());
        Set<String> acknowledging = users(batch.stream().filter(each -> each.body() instanceof AcknowledgeAlerts));
        Set<String> named = batch.stream()
                .map(Delivery::body)
                .filter(AcknowledgeAlerts.class::isInstance)
                .flatMap(body -> ((AcknowledgeAlerts) body).alertIds().stream())
                .filter(AlertStore::isAlertId)
                .collect(Collectors.toSet());
        return jdbc.execute(connection -> {
            Map<String, AlertState> alerts = new HashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
                Columns.of(statement).column("uuid", named, UUID::fromString).column("text", users, user -> user);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        AlertState alert = stored(rows.getBytes(1));
                        alerts.put(alert.alertId(), alert);
                    }
                }
            }
            return new AlertBook(alerts, counts(connection, acknowledging));
        });
    }

    /** Only who acknowledges is told how many are left; whoever is alerted and does not may have very many. */
    private static Map<String, Long> counts(Connection connection, Set<String> acknowledging) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        if (acknowledging.isEmpty()) {
            return counts;
        }
        try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
            Columns.of(statement).column("text", acknowledging, user -> user);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }

    /** Writes alerts at their newest version. */
    void save(Collection<AlertState> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        jdbc.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SAVE)) {
                bind(statement, alerts);
                return statement.executeUpdate();
            }
        });
    }

    /** How many alerts of each severity nobody has acknowledged. */
    Map<AlertSeverity, Long> unacknowledged() {
        return jdbc.execute(connection -> {
            Map<AlertSeverity, Long> counts = new EnumMap<>(AlertSeverity.class);
            try (PreparedStatement statement = connection.prepareStatement(COUNT_ALL);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(AlertSeverity.valueOf(rows.getString(1)), rows.getLong(2));
                }
            }
            return counts;
        });
    }

    private static void bind(PreparedStatement statement, Collection<AlertState> alerts) throws SQLException {
        Columns.of(statement)
                .column("uuid", alerts, alert -> UUID.fromString(alert.alertId()))
                .column("text", alerts, AlertState::user)
                .column("text", alerts, alert -> alert.kind().name())
                .column("text", alerts, alert -> alert.severity().name())
                .column("text", alerts, AlertState::account)
                .column("text", alerts, AlertState::instrument)
                .column("smallint", alerts, alert -> level(alert.limit()))
                .column("bigint", alerts, AlertState::count)
                .column("timestamptz", alerts, AlertState::raisedAt)
                .column("timestamptz", alerts, AlertState::lastAt)
                .column("timestamptz", alerts, AlertState::acknowledgedAt)
                .column("text", alerts, AlertState::acknowledgedBy)
                .column("bigint", alerts, AlertState::version)
                .column("bytea", alerts, Wire::encode);
    }

    private static Set<String> users(Stream<Delivery> batch) {
        return batch.map(delivery -> UserCommand.addressee(delivery.subject())).collect(Collectors.toSet());
    }

    private static @Nullable Integer level(@Nullable LimitReached limit) {
        return limit == null ? null : limit.level();
    }

    private static AlertState stored(byte[] body) {
        try {
            return Wire.decode(body, AlertState.class);
        } catch (Wire.UndecodableException e) {
            throw new IllegalStateException("the book holds an alert that cannot be read", e);
        }
    }

    /** A text that is no id of ours names no alert, and is refused as such. */
    private static boolean isAlertId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
