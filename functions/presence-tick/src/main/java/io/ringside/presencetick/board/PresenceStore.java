package io.ringside.presencetick.board;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.presence.PresenceState;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.sql.SqlTime;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Table {@code presence.person}. A beat is one statement. */
@Singleton
final class PresenceStore {
    private static final String ALL =
            "select trader, status, message, since, last_seen_at, version from presence.person";

    private static final String NAMED = ALL + " where trader = any(?::text[])";

    /** What another instance wrote meanwhile is newer, and stays. */
    private static final String UPSERT = """
            insert into presence.person as known (trader, status, message, since, last_seen_at, version)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::bigint[])
            on conflict (trader) do update set status = excluded.status, message = excluded.message,
                since = excluded.since, last_seen_at = excluded.last_seen_at, version = excluded.version
            where known.version < excluded.version
            returning trader
            """;

    private final JdbcOperations database;

    PresenceStore(JdbcOperations database) {
        this.database = database;
    }

    /** Everybody who was ever seen. */
    List<PresenceState> all() {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                return read(statement);
            }
        });
    }

    /** Those of these users who were ever seen. */
    List<PresenceState> of(Collection<String> users) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
                Columns.of(statement).column("text", users, user -> user);
                return read(statement);
            }
        });
    }

    /** Keeps what is about to be told; gives the users of whom nothing newer was kept before. */
    Set<String> save(Collection<PresenceState> people) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                Columns.of(statement)
                        .column("text", people, PresenceState::user)
                        .column("text", people, state -> state.status().name())
                        .column("text", people, PresenceState::message)
                        .column("timestamptz", people, PresenceState::since)
                        .column("timestamptz", people, PresenceState::lastSeenAt)
                        .column("bigint", people, PresenceState::version);
                Set<String> kept = new HashSet<>();
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        kept.add(rows.getString(1));
                    }
                }
                return kept;
            }
        });
    }

    private static List<PresenceState> read(PreparedStatement statement) throws SQLException {
        List<PresenceState> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new PresenceState(
                        rows.getString("trader"),
                        PresenceStatus.valueOf(rows.getString("status")),
                        rows.getString("message"),
                        SqlTime.instant(rows, "since"),
                        SqlTime.optional(rows, "last_seen_at"),
                        rows.getLong("version")));
            }
        }
        return found;
    }
}
