package io.ringside.gateway.alert;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import io.ringside.gateway.http.StoredPage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code alert.alert}, the newest first, with the very bytes of what its user was told last. */
@Singleton
class AlertStore {
    private static final String PAGE = """
        select raised_at, alert_id, body from alert.alert
        where trader = ? and (?::timestamptz is null or (raised_at, alert_id) < (?::timestamptz, ?::uuid))%s
        order by raised_at desc, alert_id desc limit ?\
        """;

    // A statement each: the few that wait have an index of their own.
    private static final Map<Wanted, String> PAGES = Map.of(
            Wanted.ALL, PAGE.formatted(""),
            Wanted.UNACKNOWLEDGED, PAGE.formatted(" and acknowledged_at is null"),
            Wanted.ACKNOWLEDGED, PAGE.formatted(" and acknowledged_at is not null"));

    private final JdbcOperations jdbc;

    AlertStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    enum Wanted {
        ALL,
        UNACKNOWLEDGED,
        ACKNOWLEDGED
    }

    /** A page of a user's alerts, older than this place. */
    @Transactional(readOnly = true)
    List<StoredPage.Row> page(String user, StoredPage.@Nullable Place before, Wanted wanted, int limit) {
        return jdbc.prepareStatement(String.valueOf(PAGES.get(wanted)), statement -> {
            statement.setString(1, user);
            StoredPage.bind(statement, 2, before);
            statement.setInt(5, limit);
            return StoredPage.rows(statement);
        });
    }
}
