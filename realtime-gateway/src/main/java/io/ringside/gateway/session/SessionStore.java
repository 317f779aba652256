package io.ringside.gateway.session;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the sign-ins of a user in {@code identity.session_family}. */
@Singleton
class SessionStore {
    private final JdbcOperations jdbc;

    SessionStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** A sign-in; what an older gateway did not note is absent. */
    record SignIn(
            UUID id,
            Instant signedInAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt,
            @Nullable String address,
            @Nullable String client) {}

    /** Those that hold, the newest first. */
    @Transactional(readOnly = true)
    List<SignIn> holding(String user, Instant now, int most) {
        String sql = """
            select id, created_at, expires_at, last_used_at, host(address), client from identity.session_family
            where trader = ? and revoked_at is null and expires_at > ? order by created_at desc, id desc limit ?\
            """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setString(1, user);
            statement.setTimestamp(2, Timestamp.from(now));
            statement.setInt(3, most);
            List<SignIn> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(signIn(rows));
                }
            }
            return found;
        });
    }

    /** Whether this is a sign-in of the user, whether it holds or not. */
    @Transactional(readOnly = true)
    boolean isOf(String user, UUID id) {
        String sql = "select 1 from identity.session_family where id = ? and trader = ?";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            statement.setString(2, user);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        });
    }

    private static SignIn signIn(ResultSet row) throws SQLException {
        Timestamp lastUsedAt = row.getTimestamp(4);
        return new SignIn(
                row.getObject(1, UUID.class),
                row.getTimestamp(2).toInstant(),
                row.getTimestamp(3).toInstant(),
                lastUsedAt == null ? null : lastUsedAt.toInstant(),
                row.getString(5),
                row.getString(6));
    }
}
