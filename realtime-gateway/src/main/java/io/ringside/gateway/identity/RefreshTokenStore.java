package io.ringside.gateway.identity;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The refresh tokens of sign-ins, as hashes. */
@Singleton
class RefreshTokenStore {
    private final JdbcOperations jdbc;

    RefreshTokenStore(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a token, and the family that it is of. */
    record Rotation(IdentityStore.Family family, RefreshToken.Fate fate) {}

    @Transactional
    void startFamily(IdentityStore.Family family, byte[] tokenHash, Visitor visitor, Instant now) {
        String sql = """
            insert into identity.session_family (id, trader, created_at, expires_at, last_used_at, address, client)
            values (?, ?, ?, ?, ?, ?::inet, ?)\
            """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setObject(1, family.id());
            statement.setString(2, family.trader());
            statement.setTimestamp(3, Timestamp.from(now));
            statement.setTimestamp(4, Timestamp.from(family.expiresAt()));
            statement.setTimestamp(5, Timestamp.from(now));
            statement.setString(6, visitor.addressText());
            statement.setString(7, visitor.client());
            return statement.executeUpdate();
        });
        add(family, tokenHash);
    }

    /**
     * Uses up a token and puts another in its place, if that is its fate. Of two uses at once, of one token or of its
     * successor, one is the first and the other sees what it did.
     */
    @Transactional
    Optional<Rotation> rotate(byte[] tokenHash, byte[] nextHash, Instant now, Duration grace) {
        lockFamily(tokenHash);
        return read(tokenHash, now).map(token -> {
            RefreshToken.Fate fate = token.fate(now, grace);
            if (fate == RefreshToken.Fate.ANSWER_LOST) {
                revokeSuccessor(tokenHash, now);
            }
            if (fate == RefreshToken.Fate.ANSWER_LOST || fate == RefreshToken.Fate.USED) {
                add(token.family(), nextHash);
                succeed(tokenHash, nextHash, now);
            }
            return new Rotation(token.family(), fate);
        });
    }

    /**
     * One lock for all tokens of a family, and before any of them is read: two locks taken by the uses of a token and
     * of its successor would wait for each other.
     */
    private void lockFamily(byte[] tokenHash) {
        String sql = """
            select 1 from identity.session_family
            where id = (select family from identity.refresh_token where token_hash = ?) for update\
            """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, tokenHash);
            return statement.execute();
        });
    }

    /** Read after the lock, in a statement of its own: it sees what was committed while we waited. */
    private Optional<RefreshToken> read(byte[] tokenHash, Instant now) {
        String sql = """
            select f.id, f.trader, f.expires_at, r.expires_at <= ? or f.revoked_at is not null, r.used_at,
                   r.revoked_at is not null, s.token_hash is not null and s.used_at is null
            from identity.refresh_token r join identity.session_family f on f.id = r.family
            left join identity.refresh_token s on s.token_hash = r.successor
            where r.token_hash = ?\
            """;
        return jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, tokenHash);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(token(rows)) : Optional.empty();
            }
        });
    }

    private static RefreshToken token(ResultSet row) throws SQLException {
        Timestamp usedAt = row.getTimestamp(5);
        return new RefreshToken(
                new IdentityStore.Family(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getTimestamp(3).toInstant()),
                row.getBoolean(4),
                usedAt == null ? null : usedAt.toInstant(),
                row.getBoolean(6),
                row.getBoolean(7));
    }

    private void add(IdentityStore.Family family, byte[] tokenHash) {
        String sql = "insert into identity.refresh_token (token_hash, family, expires_at) values (?, ?, ?)";
        jdbc.prepareStatement(sql, statement -> {
            statement.setBytes(1, tokenHash);
            statement.setObject(2, family.id());
            statement.setTimestamp(3, Timestamp.from(family.expiresAt()));
            return statement.executeUpdate();
        });
    }

    /** The first use counts: whoever asks again and again does not lengthen the grace. */
    private void succeed(byte[] tokenHash, byte[] nextHash, Instant now) {
        String sql = """
            update identity.refresh_token set used_at = coalesce(used_at, ?), successor = ? where token_hash = ?\
            """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, nextHash);
            statement.setBytes(3, tokenHash);
            return statement.executeUpdate();
        });
    }

    private void revokeSuccessor(byte[] tokenHash, Instant now) {
        String sql = """
            update identity.refresh_token set revoked_at = ?
            where token_hash = (select r.successor from identity.refresh_token r where r.token_hash = ?)\
            """;
        jdbc.prepareStatement(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now));
            statement.setBytes(2, tokenHash);
            return statement.executeUpdate();
        });
    }
}
