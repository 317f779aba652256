package io.ringside.runtime.journal;

import io.ringside.contracts.Wire;
import io.ringside.runtime.Decision;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Emission;
import io.ringside.runtime.tenure.Holding;
import io.ringside.runtime.tenure.OwnershipLostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction adds: remembered ids, events, audit rows, and last the cursors under their fence. It collects in
 * memory and writes one statement; the holdings that it ends in are adopted only after the commit.
 */
public final class Journal {
    private final String function;
    private final Map<Integer, Holding> before;
    private final Map<Integer, Holding> after;
    private final List<Object[]> remembered = new ArrayList<>();
    private final List<StoredEvent> events = new ArrayList<>();
    private final List<Object[]> kept = new ArrayList<>();
    private final List<Object[]> audit = new ArrayList<>();

    /** @param holdings what the transaction begins with */
    public Journal(String function, Map<Integer, Holding> holdings) {
        this.function = function;
        this.before = Map.copyOf(holdings);
        this.after = new TreeMap<>(holdings);
    }

    /** The message has been seen to: its partition's cursor moves past it. */
    public void pass(int partition, String stream, long sequence) {
        after.computeIfPresent(partition, (key, holding) -> holding.movedTo(stream, sequence));
    }

    /** Records a decision with everything that it emits. */
    public void record(Delivery delivery, String identity, byte[] bodyHash, Decision decision) {
        String at = delivery.at().truncatedTo(ChronoUnit.MICROS).toString();
        int partition = delivery.partition();
        remembered.add(new Object[] {identity, partition, bodyHash, delivery.stream(), delivery.sequence(), at});
        String trace = Step.of(function, delivery.messageId(), delivery.trace());
        append(partition, identity, trace, decision.emissions());
        Holding holding = holding(partition);
        AuditRow row = AuditRow.after(holding, delivery, identity, at, decision);
        audit.add(row.columns(trace));
        after.put(partition, holding.grownTo(holding.ordinal(), row.ordinal(), row.hash()));
    }

    /** Adds events to a partition under ids that follow from the message that caused them. */
    public void emit(int partition, String messageId, @Nullable String trace, List<Emission> made) {
        append(partition, messageId, Step.of(function, messageId, trace), made);
    }

    private void append(int partition, String messageId, String trace, List<Emission> made) {
        Holding holding = holding(partition);
        long ordinal = holding.ordinal();
        int index = 0;
        for (Emission emission : made) {
            ordinal++;
            String eventId = function + '/' + messageId + '/' + index++;
            String subject = emission.subject();
            String type = emission.type();
            byte[] body = Wire.encode(emission.body());
            Instant due = emission.due();
            events.add(
                    new StoredEvent(partition, ordinal, eventId, subject, type, trace, body, due, emission.rollsUp()));
            String dueText = due == null ? null : due.toString();
            kept.add(new Object[] {
                messageId, partition, ordinal, eventId, subject, type, trace, body, dueText, emission.rollsUp()
            });
        }
        after.put(partition, holding.grownTo(ordinal, holding.auditOrdinal(), holding.auditHash()));
    }

    /** Writes everything; the work of a zombie finds its cursors moved on and is rolled back whole. */
    public void write(Connection connection) throws SQLException {
        new JournalTables(function, connection).write(remembered, kept, audit, before, after);
    }

    /** The events in the order in which they are to be published. */
    public List<StoredEvent> events() {
        return events;
    }

    /** What the transaction ends in. */
    public Map<Integer, Holding> after() {
        return after;
    }

    private Holding holding(int partition) {
        Holding holding = after.get(partition);
        if (holding == null) {
            throw new OwnershipLostException(function + ": partition " + partition + " is not held");
        }
        return holding;
    }
}
