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

/** Traders, their accounts, sign-ins and refresh tokens in schema {@code identity}. */
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

    /** A refresh token as it was found. */
    record RefreshToken(Family family, boolean used, boolean expired) {}

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

    @Transactional
    void startFamily(Family family, byte[] tokenHash, Instant now) {
        String sql = "insert into identity.session_family (id, trader, created_at, expires_at) values (?, ?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, family.id());
            statement.setString(2, family.trader());
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setTimestamp(4, Timestamp.from(family.expiresAt()));
            return statement.executeUpdate();
        });
        addToken(family, tokenHash);
    }

    /**
     * Uses up a token and puts another in its place. The row is locked, so that of two uses at once one is the first
     * and the other sees it as used.
     */
    @Transactional
    Optional<RefreshToken> rotate(byte[] tokenHash, byte[] nextHash, Instant now) {
        Optional<RefreshToken> found = lock(tokenHash, now);
        found.filter(token -> !token.used() && !token.expired()).ifPresent(token -> {
            jdbc.prepareStatement("update identity.refresh_token set used_at = ? where token_hash = ?", statement -> {
                statement.setTimestamp(1, Timestamp.from(now));
                statement.setBytes(2, tokenHash);
                return statement.executeUpdate();
            });
            addToken(token.family(), nextHash);
        });
        return found;
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

    private Optional<RefreshToken> lock(byte[] tokenHash, Instant now) {
        String sql = """
            select f.id, f.trader, f.expires_at, r.used_at is not null,
                   r.expires_at <= ? or f.revoked_at is not null
            from identity.refresh_token r join identity.session_family f on f.id = r.family
            where r.token_hash = ? for update\
            """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, tokenHash);
            return first(
                    statement,
                    row -> new RefreshToken(
                            new Family(row.getObject(1, UUID.class), row.getString(2), instant(row, 3)),
                            row.getBoolean(4),
                            row.getBoolean(5)));
        });
    }

    private void addToken(Family family, byte[] hash) {
        String sql = "insert into identity.refresh_token (token_hash, family, expires_at) values (?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, hash);
            statement.setObject(2, family.id());
            statement.setTimestamp(3, Timestamp.from(family.expiresAt()));
            return statement.executeUpdate();
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
