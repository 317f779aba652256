package io.ringside.runtime.journal;

import io.ringside.runtime.sql.Columns;
import io.ringside.runtime.tenure.Holding;
import io.ringside.runtime.tenure.OwnershipLostException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that a journal is written to: one statement and one round trip, whatever the size of the batch. */
final class JournalTables {
    private static final String WRITE = """
            with remembered as (
                insert into runtime.remembered (function, message_id, partition, body_hash, stream, sequence, at)
                select ?, * from unnest(?, ?, ?, ?, ?, ?)
            ), kept as (
                insert into runtime.event
                (function, message_id, partition, ordinal, event_id, subject, type, trace, body, due, rolls_up)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ), audited as (
                insert into audit.entry
                (function, partition, ordinal, message_id, stream, sequence, at, subject, input, outcome, hash, trace)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ), cursors as (
                update runtime.cursor c set sequence = v.new
                from unnest(?, ?, ?, ?) v(partition, stream, old, new)
                where c.function = ? and c.partition = v.partition and c.stream = v.stream and c.sequence = v.old
                returning 1
            ), partitions as (
                update runtime.partition p
                set ordinal = v.ordinal, published = v.published, audit_ordinal = v.audit_ordinal, audit_hash = v.hash
                from unnest(?, ?, ?, ?, ?, ?) v(partition, fence, ordinal, published, audit_ordinal, hash)
                where p.function = ? and p.partition = v.partition and p.fence = v.fence
                returning 1
            )
            select (select count(*) from cursors), (select count(*) from partitions)""";

    private static final String[] REMEMBERED = {"text", "smallint", "bytea", "text", "bigint", "timestamptz"};
    private static final String[] EVENT = {
        "text", "smallint", "bigint", "text", "text", "text", "text", "bytea", "timestamptz", "boolean"
    };
    private static final String[] AUDIT = {
        "smallint", "bigint", "text", "text", "bigint", "timestamptz", "text", "bytea", "text", "bytea", "text"
    };
    private static final String[] CURSOR = {"smallint", "text", "bigint", "bigint"};
    private static final String[] PARTITION = {"smallint", "bigint", "bigint", "bigint", "bigint", "bytea"};

    private final String function;
    private final Connection connection;

    JournalTables(String function, Connection connection) {
        this.function = function;
        this.connection = connection;
    }

    /** Writes everything, and the cursors and partitions only as long as nobody else owns them. */
    void write(
            List<Object[]> remembered,
            List<Object[]> events,
            List<Object[]> audit,
            Map<Integer, Holding> before,
            Map<Integer, Holding> after)
            throws SQLException {
        List<Object[]> cursors = cursorMoves(before, after);
        List<Object[]> partitions = partitionMoves(before, after);
        if (cursors.isEmpty() && partitions.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            Columns columns = Columns.of(statement);
            columns.text(function).rows(remembered, REMEMBERED);
            columns.text(function).rows(events, EVENT);
            columns.text(function).rows(audit, AUDIT);
            columns.rows(cursors, CURSOR).text(function);
            columns.rows(partitions, PARTITION).text(function);
            try (ResultSet touched = statement.executeQuery()) {
                touched.next();
                mustTouch(cursors.size(), touched.getInt(1), "cursor");
                mustTouch(partitions.size(), touched.getInt(2), "fence");
            }
        }
    }

    private List<Object[]> cursorMoves(Map<Integer, Holding> before, Map<Integer, Holding> after) {
        List<Object[]> moves = new ArrayList<>();
        after.forEach((partition, now) -> now.cursors().forEach((stream, sequence) -> {
            long old = held(before, partition).cursors().getOrDefault(stream, 0L);
            if (sequence != old) {
                moves.add(new Object[] {partition, stream, old, sequence});
            }
        }));
        return moves;
    }

    private List<Object[]> partitionMoves(Map<Integer, Holding> before, Map<Integer, Holding> after) {
        List<Object[]> moves = new ArrayList<>();
        after.forEach((partition, now) -> {
            if (!now.equals(held(before, partition))) {
                moves.add(new Object[] {
                    partition, now.fence(), now.ordinal(), now.published(), now.auditOrdinal(), now.auditHash()
                });
            }
        });
        return moves;
    }

    private Holding held(Map<Integer, Holding> before, int partition) {
        Holding holding = before.get(partition);
        if (holding == null) {
            throw new OwnershipLostException(function + ": partition " + partition + " is not held");
        }
        return holding;
    }

    private void mustTouch(int expected, int touched, String what) {
        if (touched != expected) {
            throw new OwnershipLostException("%s: the %s of %d of %d partitions had moved on"
                    .formatted(function, what, expected - touched, expected));
        }
    }
}
