package io.ringside.gateway.operator;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads in {@code alert.alert} what nobody has acknowledged, by user, whoever waits longest first. */
@Singleton
class AlertOversight {
    private static final String PAGE = """
        select trader, count(*), count(*) filter (where severity = 'CRITICAL'), min(raised_at)
        from alert.alert where acknowledged_at is null group by trader
        having ?::timestamptz is null or (min(raised_at), trader) > (?::timestamptz, ?)
        order by min(raised_at), trader limit ?\
        """;

    private final JdbcOperations jdbc;

    AlertOversight(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a page begins: behind this user. */
    record Place(Instant oldest, String user) {}

    /** What a user has not acknowledged. */
    record Waiting(String user, long count, long critical, Instant oldest) {}

    @Transactional(readOnly = true)
    List<Waiting> page(@Nullable Place after, int most) {
        return jdbc.prepareStatement(PAGE, statement -> {
            OffsetDateTime oldest = after == null ? null : after.oldest().atOffset(ZoneOffset.UTC);
            statement.setObject(1, oldest);
            statement.setObject(2, oldest);
            statement.setString(3, after == null ? null : after.user());
            statement.setInt(4, most);
            List<Waiting> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instant raised = rows.getObject(4, OffsetDateTime.class).toInstant();
                    found.add(new Waiting(rows.getString(1), rows.getLong(2), rows.getLong(3), raised));
                }
            }
            return found;
        });
    }
}
