package io.ringside.runtime.ordered;

import io.ringside.runtime.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The tables that a journal is written to: one statement each, whatever the size of the batch. */
final class JournalTables {
    private static final String[] AUDIT_TYPES = {
        "smallint", "bigint", "text", "text", "bigint", "timestamptz", "text", "bytea", "text", "bytea", "text"
    };

    private final String function;
    private final Connection connection;

    JournalTables(String function, Connection connection) {
        this.function = function;
        this.connection = connection;
    }

    void remember(List<Object[]> remembered) throws SQLException {
        if (remembered.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            insert into runtime.remembered (function, message_id, partition, body_hash, stream, sequence, at)
            select ?, * from unnest(?, ?, ?, ?, ?, ?)\
            """)) {
            statement.setString(1, function);
            Columns.bind(statement, 2, remembered, "text", "smallint", "bytea", "text", "bigint", "timestamptz");
            statement.executeUpdate();
        }
    }

    void keep(List<StoredEvent> events, List<String> causes) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            rows.add(new Object[] {
                event.partition(),
                event.ordinal(),
                causes.get(i),
                event.eventId(),
                event.subject(),
                event.type(),
                event.trace(),
                event.body()
            });
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            insert into runtime.event
            (function, partition, ordinal, message_id, event_id, subject, type, trace, body)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
            statement.setString(1, function);
            Columns.bind(statement, 2, rows, "smallint", "bigint", "text", "text", "text", "text", "text", "bytea");
            statement.executeUpdate();
        }
    }

    void audit(List<Object[]> audit) throws SQLException {
        if (audit.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            insert into audit.entry
            (function, partition, ordinal, message_id, stream, sequence, at, subject, input, outcome, hash, trace)
            select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """)) {
            statement.setString(1, function);
            Columns.bind(statement, 2, audit, AUDIT_TYPES);
            statement.executeUpdate();
        }
    }

    /** Moves cursors and partitions on; none that somebody else owns by now. */
    void move(Map<Integer, Holding> before, Map<Integer, Holding> after) throws SQLException {
        moveCursors(before, after);
        movePartitions(before, after);
    }

    private void moveCursors(Map<Integer, Holding> before, Map<Integer, Holding> after) throws SQLException {
        List<Object[]> moves = new ArrayList<>();
        after.forEach((partition, now) -> now.cursors().forEach((stream, sequence) -> {
            long old = held(before, partition).cursors().getOrDefault(stream, 0L);
            if (sequence != old) {
                moves.add(new Object[] {partition, stream, old, sequence});
            }
        }));
        if (moves.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            update runtime.cursor c set sequence = v.new
            from unnest(?, ?, ?, ?) v(partition, stream, old, new)
            where c.function = ? and c.partition = v.partition and c.stream = v.stream and c.sequence = v.old\
            """)) {
            Columns.bind(statement, 1, moves, "smallint", "text", "bigint", "bigint");
            statement.setString(5, function);
            mustTouch(moves.size(), statement.executeUpdate(), "cursor");
        }
    }

    private void movePartitions(Map<Integer, Holding> before, Map<Integer, Holding> after) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        after.forEach((partition, now) -> {
            if (!now.equals(held(before, partition))) {
                rows.add(new Object[] {
                    partition, now.fence(), now.ordinal(), now.published(), now.auditOrdinal(), now.auditHash()
                });
            }
        });
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
            update runtime.partition p
            set ordinal = v.ordinal, published = v.published, audit_ordinal = v.audit_ordinal, audit_hash = v.hash
            from unnest(?, ?, ?, ?, ?, ?) v(partition, fence, ordinal, published, audit_ordinal, hash)
            where p.function = ? and p.partition = v.partition and p.fence = v.fence\
            """)) {
            Columns.bind(statement, 1, rows, "smallint", "bigint", "bigint", "bigint", "bigint", "bytea");
            statement.setString(7, function);
            mustTouch(rows.size(), statement.executeUpdate(), "fence");
        }
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
