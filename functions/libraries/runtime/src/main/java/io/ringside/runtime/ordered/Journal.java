package io.ringside.runtime.ordered;

import io.ringside.contracts.Wire;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one transaction adds: remembered ids, events, audit rows, and last the cursors under their fence. It collects in
 * memory and writes one statement per table; the holdings that it ends in are adopted only after the commit.
 */
final class Journal {
    private final String function;
    private final Map<Integer, Holding> before;
    private final Map<Integer, Holding> after;
    private final List<Object[]> remembered = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<String> eventMessages = new ArrayList<>();
    private final List<Object[]> audit = new ArrayList<>();

    Journal(String function, Map<Integer, Holding> holdings) {
        this.function = function;
        this.before = Map.copyOf(holdings);
        this.after = new TreeMap<>(holdings);
    }

    /** The message has been seen to: its partition's cursor moves past it. */
    void pass(int partition, String stream, long sequence) {
        after.computeIfPresent(partition, (key, holding) -> holding.movedTo(stream, sequence));
    }

    /** Records a decision with everything that it emits. */
    void record(Delivery delivery, String identity, byte[] bodyHash, Decision decision) {
        // The table keeps microseconds, and only what it keeps can be hashed again.
        String at = delivery.at().truncatedTo(ChronoUnit.MICROS).toString();
        remembered.add(new Object[] {
            identity,
            delivery.partition(),
            bodyHash,
            delivery.stream(),
            delivery.sequence(),
            at
        });
        emit(delivery.partition(), identity, delivery.trace(), decision.emissions());
        Holding holding = holding(delivery.partition());
        String outcome = decision.saw().isEmpty() ? decision.outcome() : decision.outcome() + ' ' + decision.saw();
        long ordinal = holding.auditOrdinal() + 1;
        byte[] hash = Memory.hash(
                holding.auditHash(),
                ByteBuffer.allocate(Long.BYTES).putLong(ordinal).array(),
                (identity
                                + '\n'
                                + delivery.stream()
                                + '\n'
                                + delivery.sequence()
                                + '\n'
                                + at
                                + '\n'
                                + delivery.subject()
                                + '\n'
                                + outcome
                                + '\n')
                        .getBytes(StandardCharsets.UTF_8),
                delivery.raw());
        audit.add(new Object[] {
            delivery.partition(),
            ordinal,
            identity,
            delivery.stream(),
            delivery.sequence(),
            at,
            delivery.subject(),
            delivery.raw(),
            outcome,
            hash
        });
        after.put(delivery.partition(), holding.grownTo(holding.ordinal(), ordinal, hash));
    }

    /** Adds events to a partition under ids that follow from the message that caused them. */
    void emit(int partition, String messageId, @org.jspecify.annotations.Nullable String trace, List<Emission> made) {
        Holding holding = holding(partition);
        long ordinal = holding.ordinal();
        int index = 0;
        for (Emission emission : made) {
            ordinal++;
            String eventId = function + '/' + messageId + '/' + index++;
            byte[] body = Wire.encode(emission.body());
            events.add(new StoredEvent(partition, ordinal, eventId, emission.subject(), emission.type(), trace, body));
            eventMessages.add(messageId);
        }
        after.put(partition, holding.grownTo(ordinal, holding.auditOrdinal(), holding.auditHash()));
    }

    /** Writes everything; the cursors come last, so that a zombie's work is rolled back whole. */
    void write(Connection connection) throws SQLException {
        writeRemembered(connection);
        writeEvents(connection);
        writeAudit(connection);
        writeCursors(connection);
        writePartitions(connection);
    }

    List<StoredEvent> events() {
        return events;
    }

    Map<Integer, Holding> after() {
        return after;
    }

    private Holding holding(int partition) {
        Holding holding = after.get(partition);
        if (holding == null) {
            throw new OwnershipLostException(function + ": partition " + partition + " is not held");
        }
        return holding;
    }

    private void writeRemembered(Connection connection) throws SQLException {
        if (remembered.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into runtime.remembered (function, message_id, partition, body_hash, stream, sequence, at)
                select ?, * from unnest(?, ?, ?, ?, ?, ?)""")) {
            statement.setString(1, function);
            Columns.bind(statement, 2, remembered, "text", "smallint", "bytea", "text", "bigint", "timestamptz");
            statement.executeUpdate();
        }
    }

    private void writeEvents(Connection connection) throws SQLException {
        if (events.isEmpty()) {
            return;
        }
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            StoredEvent event = events.get(i);
            rows.add(new Object[] {
                event.partition(),
                event.ordinal(),
                eventMessages.get(i),
                event.eventId(),
                event.subject(),
                event.type(),
                event.trace(),
                event.body()
            });
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into runtime.event (function, partition, ordinal, message_id, event_id, subject, type, trace, body)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setString(1, function);
            Columns.bind(statement, 2, rows, "smallint", "bigint", "text", "text", "text", "text", "text", "bytea");
            statement.executeUpdate();
        }
    }

    private void writeAudit(Connection connection) throws SQLException {
        if (audit.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into audit.entry
                (function, partition, ordinal, message_id, stream, sequence, at, subject, input, outcome, hash)
                select ?, * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
            statement.setString(1, function);
            Columns.bind(
                    statement,
                    2,
                    audit,
                    "smallint",
                    "bigint",
                    "text",
                    "text",
                    "bigint",
                    "timestamptz",
                    "text",
                    "bytea",
                    "text",
                    "bytea");
            statement.executeUpdate();
        }
    }

    private void writeCursors(Connection connection) throws SQLException {
        List<Object[]> moves = new ArrayList<>();
        after.forEach((partition, now) -> now.cursors().forEach((stream, sequence) -> {
            long old = beforeOf(partition).cursors().getOrDefault(stream, 0L);
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
                where c.function = ? and c.partition = v.partition and c.stream = v.stream and c.sequence = v.old""")) {
            Columns.bind(statement, 1, moves, "smallint", "text", "bigint", "bigint");
            statement.setString(5, function);
            mustTouch(moves.size(), statement.executeUpdate(), "cursor");
        }
    }

    private void writePartitions(Connection connection) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        after.forEach((partition, now) -> {
            if (!now.equals(beforeOf(partition))) {
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
                where p.function = ? and p.partition = v.partition and p.fence = v.fence""")) {
            Columns.bind(statement, 1, rows, "smallint", "bigint", "bigint", "bigint", "bigint", "bytea");
            statement.setString(7, function);
            mustTouch(rows.size(), statement.executeUpdate(), "fence");
        }
    }

    private Holding beforeOf(int partition) {
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
