package io.ringside.gateway.presence;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.contracts.presence.PresenceChoice;
import io.ringside.contracts.presence.PresenceStatus;
import io.ringside.runtime.sql.SqlTime;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what presence-tick keeps, and from {@code identity} who trades. */
@Singleton
class PresenceStore {
    private static final String EVERYBODY = """
        select t.id, t.name, t.firm, f.name as firm_name, p.status, p.message, p.since, p.last_seen_at, p.version
        from identity.trader t join identity.firm f on f.id = t.firm left join presence.person p on p.trader = t.id
        where t.enabled and exists (select from identity.account_trader a where a.trader = t.id)
        order by f.name, t.firm, t.name, t.id\
        """;

    private static final String CHOICE = "select status, message, version from presence.choice where trader = ?";

    private final JdbcOperations jdbc;

    PresenceStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What a user chose to be seen as: for that user alone. */
    @Serdeable
    record Own(PresenceChoice status, @Nullable String message, long version) {
        private static final Own NOTHING_CHOSEN = new Own(PresenceChoice.AUTO, null, 0);
    }

    /** Everybody who trades, by firm and name. */
    @Transactional(readOnly = true)
    List<Person> everybody() {
        return jdbc.prepareStatement(EVERYBODY, statement -> {
            List<Person> people = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    people.add(person(rows));
                }
            }
            return people;
        });
    }

    @Transactional(readOnly = true)
    Own choiceOf(String user) {
        return jdbc.prepareStatement(CHOICE, statement -> {
            statement.setString(1, user);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? new Own(PresenceChoice.valueOf(rows.getString(1)), rows.getString(2), rows.getLong(3))
                        : Own.NOTHING_CHOSEN;
            }
        });
    }

    private static Person person(ResultSet row) throws SQLException {
        String status = row.getString("status");
        return new Person(
                row.getString("id"),
                row.getString("name"),
                row.getString("firm"),
                row.getString("firm_name"),
                status == null ? PresenceStatus.OFFLINE : PresenceStatus.valueOf(status),
                row.getString("message"),
                SqlTime.optional(row, "since"),
                SqlTime.optional(row, "last_seen_at"),
                row.getLong("version"));
    }
}
