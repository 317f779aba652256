package io.ringside.gateway.identity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Traders, their accounts and sign-ins in schema {@code identity}. */
@Singleton
class IdentityStore {
    private static final String TRADER = """
        select t.id, t.name, t.firm, t.role, t.password_hash,
               array(select a.account from identity.account_trader a where a.trader = t.id order by 1) as accounts
        from identity.trader t where t.id = ? and t.enabled\
        """;

    private final JdbcOperations jdbc;

    IdentityStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** An enabled trader and the hash of the password. */
    record Credentials(Trader trader, String passwordHash) {}

    /** A sign-in that still holds. */
    record Family(UUID id, String trader, Instant expiresAt) {}

    @Transactional(readOnly = true)
    Optional<Credentials> credentials(String user) {
        return jdbc.prepareStatement(TRADER, statement -> {
            statement.setString(1, user);
            return first(statement, IdentityStore::credentials);
        });
    }

    /** The family if it is neither revoked nor over. */
    @Transactional(readOnly = true)
    Optional<Family> family(UUID id, Instant now) {
        String sql = """
            select id, trader, expires_at from identity.session_family
            where id = ? and revoked_at is null and expires_at > ?\
            """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, id);
            statement.setTimestamp(2, Timestamp.from(now));
            return first(statement, row -> new Family(row.getObject(1, UUID.class), row.getString(2), instant(row, 3)));
        });
    }

    /** Somebody made use of the sign-in: noted to the minute, so that a crowd that comes back writes little. */
    @Transactional
    void used(UUID family, Visitor visitor, Instant now) {
        String sql = """
            update identity.session_family f set last_used_at = v.at, address = v.address, client = v.client
            from (select ?::timestamptz as at, ?::inet as address, ?::text as client) v
            where f.id = ? and (f.last_used_at is null or f.last_used_at < v.at - interval '1 minute'
                or (f.address, f.client) is distinct from (v.address, v.client))\
            """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setString(2, visitor.addressText());
            statement.setString(3, visitor.client());
            statement.setObject(4, family);
            return statement.executeUpdate();
        });
    }

    /** Whether this revoked it; false when it was revoked before. */
    @Transactional
    boolean revoke(UUID family, Instant now) {
        String sql = "update identity.session_family set revoked_at = ? where id = ? and revoked_at is null";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setObject(2, family);
            return statement.executeUpdate() == 1;
        });
    }

    /** Families revoked since then: tokens of older ones have expired by themselves. */
    @Transactional(readOnly = true)
    List<Revoked> revokedSince(Instant since) {
        String sql = "select id, trader, revoked_at from identity.session_family where revoked_at >= ?";
        return jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(since));
            List<Revoked> revoked = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    revoked.add(new Revoked(rows.getString(2), rows.getString(1), instant(rows, 3)));
                }
            }
            return revoked;
        });
    }

    private static Credentials credentials(ResultSet row) throws SQLException {
        String[] accounts = (String[]) row.getArray(6).getArray();
        Trader trader =
                new Trader(row.getString(1), row.getString(2), row.getString(3), row.getString(4), List.of(accounts));
        return new Credentials(trader, row.getString(5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static <R> Optional<R> first(PreparedStatement statement, Row<R> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(reader.read(rows)) : Optional.empty();
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    private interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }
}
