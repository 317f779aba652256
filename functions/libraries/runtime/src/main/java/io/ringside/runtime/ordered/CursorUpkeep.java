package io.ringside.runtime.ordered;

import io.micronaut.transaction.TransactionOperations;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is written without a message: how far publication came, and cursors of partitions that had nothing for long. */
final class CursorUpkeep {
    /** Idle time after which the acknowledged publications are written down. */
    static final Duration IDLE_BEFORE_NOTE = Duration.ofSeconds(1);

    private final String function;
    private final TransactionOperations<Connection> transactions;
    private final Tenure tenure;
    private final Duration quietPeriod;
    private Map<Integer, Long> noted = Map.of();
    private long busyNanos = System.nanoTime();
    private long quietNanos = System.nanoTime();

    /** @param quietPeriod how often the cursors of quiet partitions are moved up to the stream's end */
    CursorUpkeep(String function, TransactionOperations<Connection> transactions, Tenure tenure, Duration quietPeriod) {
        this.function = function;
        this.transactions = transactions;
        this.tenure = tenure;
        this.quietPeriod = quietPeriod;
    }

    /** A batch was handled just now. */
    void busy() {
        busyNanos = System.nanoTime();
    }

    /** Nothing came in for a moment. */
    void idle(StreamReader reader, JetStreamManagement management) throws IOException, JetStreamApiException {
        if (System.nanoTime() - busyNanos > IDLE_BEFORE_NOTE.toNanos()) {
            noteWhatIsPublished();
        }
        if (System.nanoTime() - quietNanos > quietPeriod.toNanos() && reader.backlog() == 0) {
            quietNanos = System.nanoTime();
            moveQuietCursors(tenure.streams(management), reader);
        }
    }

    /** Writes down how far publication came, unless that is known. */
    void noteWhatIsPublished() {
        Map<Integer, Long> published = new HashMap<>();
        tenure.holdings().forEach((partition, holding) -> published.put(partition, holding.published()));
        if (!published.equals(noted)) {
            transactions.executeWrite(status -> {
                new PublishedNote(function)
                        .write(status.getConnection(), tenure.holdings().values());
                return true;
            });
            noted = published;
        }
    }

    /**
     * Moves the cursors of partitions that had no message for long up to the end of the stream, so that the stream's
     * age limit does not leave them behind. The stream's end was asked before, and nothing is waiting to be read.
     */
    private void moveQuietCursors(List<StreamState> streams, StreamReader reader) {
        for (StreamState stream : streams) {
            if (reader.readUpTo(stream.name())) {
                Journal journal = new Journal(function, tenure.holdings());
                tenure.holdings()
                        .keySet()
                        .forEach(partition -> journal.pass(partition, stream.name(), stream.lastSequence()));
                commit(journal);
            }
        }
    }

    /** Commits a journal that no handled message stands behind. */
    void commit(Journal journal) {
        transactions.executeWrite(status -> {
            journal.write(status.getConnection());
            return true;
        });
        tenure.adopt(journal.after());
    }
}
