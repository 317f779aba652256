package io.ringside.presencetick.choice;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.sql.SqlTime;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Table {@code presence.choice}. A batch is one statement in each direction. */
@Singleton
public final class ChoiceStore {
    private static final String ALL = "select trader, status, message, version, changed_at from presence.choice";

    private static final String NAMED = ALL + " where trader = any(?::text[])";

    private static final String UPSERT = """
            insert into presence.choice (trader, status, message, version, changed_at)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
            on conflict (trader) do update set status = excluded.status, message = excluded.message,
                version = excluded.version, changed_at = excluded.changed_at
            """;

    private final JdbcOperations database;

    ChoiceStore(JdbcOperations database) {
        this.database = database;
    }

    /** Of everybody who ever chose. */
    public List<Choice> all() {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ALL)) {
                return read(statement);
            }
        });
    }

    /** Of those of these users who ever chose. */
    public List<Choice> of(Collection<String> users) {
        return database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NAMED)) {
                Columns.of(statement).column("text", users, user -> user);
                return read(statement);
            }
        });
    }

    /** Keeps what these users chose last. */
    public void save(Collection<Choice> choices) {
        database.execute(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(UPSERT)) {
                Columns.of(statement)
                        .column("text", choices, Choice::user)
                        .column("text", choices, choice -> choice.status().name())
                        .column("text", choices, Choice::message)
                        .column("bigint", choices, Choice::version)
                        .column("timestamptz", choices, Choice::changedAt);
                return statement.executeUpdate();
            }
        });
    }

    private static List<Choice> read(PreparedStatement statement) throws SQLException {
        List<Choice> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Choice(
                        rows.getString("trader"),
                        PresenceChoice.valueOf(rows.getString("status")),
                        rows.getString("message"),
                        rows.getLong("version"),
                        SqlTime.instant(rows, "changed_at")));
            }
        }
        return found;
    }
}
