package io.ringside.runtime.tenure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The rows that say who owns which partition of a function, and how far it came. */
final class PartitionTable {
    private final String function;
    private final UUID instance;

    PartitionTable(String function, UUID instance) {
        this.function = function;
        this.instance = instance;
    }

    /** Makes the rows that are missing; a new cursor starts before the stream's first message. */
    void ensureRows(Connection connection, Collection<StreamState> streams) throws SQLException {
        try (PreparedStatement partitions = connection.prepareStatement("""
            insert into runtime.partition (function, partition)
            select ?, p from generate_series(0, 15) p on conflict do nothing\
            """)) {
            partitions.setString(1, function);
            partitions.executeUpdate();
        }
        for (StreamState stream : streams) {
            try (PreparedStatement cursors = connection.prepareStatement("""
                insert into runtime.cursor (function, partition, stream, stream_identity, sequence)
                select ?, p, ?, ?, ? from generate_series(0, 15) p on conflict do nothing\
                """)) {
                cursors.setString(1, function);
                cursors.setString(2, stream.name());
                cursors.setString(3, stream.identity());
                cursors.setLong(4, stream.start());
                cursors.executeUpdate();
            }
        }
    }

    /** Takes up to {@code most} partitions that nobody alive owns, lowest first, each under a new fence. */
    int claim(Connection connection, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            update runtime.partition p set owner = ?, fence = fence + 1
            where function = ? and partition in (
                select c.partition from runtime.partition c
                where c.function = ? and (c.owner is null or not exists (
                    select from runtime.instance i
                    where i.function = c.function and i.instance = c.owner and i.lease_until > clock_timestamp()))
                order by c.partition limit ? for update skip locked)\
            """)) {
            statement.setObject(1, instance);
            statement.setString(2, function);
            statement.setString(3, function);
            statement.setInt(4, most);
            return statement.executeUpdate();
        }
    }

    /** Gives partitions back; whoever takes one next does so under a new fence. */
    void release(Connection connection, Collection<Integer> partitions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
            update runtime.partition set owner = null
            where function = ? and owner = ? and partition = any(?)\
            """)) {
            statement.setString(1, function);
            statement.setObject(2, instance);
            statement.setArray(3, connection.createArrayOf("smallint", partitions.toArray()));
            statement.executeUpdate();
        }
    }

    /** What this instance owns, as the database has it. */
    List<Holding> holdings(Connection connection) throws SQLException {
        Map<Integer, Map<String, Long>> cursors = cursors(connection);
        List<Holding> holdings = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select partition, fence, ordinal, published, audit_ordinal, audit_hash
            from runtime.partition where function = ? and owner = ? order by partition\
            """)) {
            statement.setString(1, function);
            statement.setObject(2, instance);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    int partition = rows.getInt(1);
                    holdings.add(new Holding(
                            partition,
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getBytes(6),
                            cursors.getOrDefault(partition, Map.of())));
                }
            }
        }
        return holdings;
    }

    /** The identities of the streams that the function's cursors were made in. */
    Map<String, String> streamIdentities(Connection connection) throws SQLException {
        Map<String, String> identities = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "select distinct stream, stream_identity from runtime.cursor where function = ?")) {
            statement.setString(1, function);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    identities.merge(rows.getString(1), rows.getString(2), (a, b) -> a + " and " + b);
                }
            }
        }
        return identities;
    }

    private Map<Integer, Map<String, Long>> cursors(Connection connection) throws SQLException {
        Map<Integer, Map<String, Long>> cursors = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement("""
            select c.partition, c.stream, c.sequence from runtime.cursor c
            join runtime.partition p using (function, partition)
            where c.function = ? and p.owner = ?\
            """)) {
            statement.setString(1, function);
            statement.setObject(2, instance);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    cursors.computeIfAbsent(rows.getInt(1), key -> new HashMap<>())
                            .put(rows.getString(2), rows.getLong(3));
                }
            }
        }
        return cursors;
    }
}
