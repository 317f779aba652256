package io.ringside.runtime.ordered;

import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.ringside.runtime.journal.Journal;
import io.ringside.runtime.journal.PublishedNote;
import io.ringside.runtime.sql.Transactions;
import io.ringside.runtime.tenure.StreamState;
import io.ringside.runtime.tenure.Tenure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** What is written without a message: how far publication came, and cursors of partitions that had nothing for long. */
final class CursorUpkeep {
    private final String function;
    private final Transactions transactions;
    private final Tenure tenure;
    private final LoopSettings settings;
    private Map<Integer, Long> noted = Map.of();
    private long notedNanos = System.nanoTime();
    private long quietNanos = System.nanoTime();

    CursorUpkeep(String function, Transactions transactions, Tenure tenure, LoopSettings settings) {
        this.function = function;
        this.transactions = transactions;
        this.tenure = tenure;
        this.settings = settings;
    }

    /** Everything that was taken from the reader is handled. */
    void busy(StreamReader reader) {
        noteIfDue();
        if (quietCursorsAreDue()) {
            reader.taken().forEach(this::passAll);
        }
    }

    /** Nothing came in for a moment. */
    void idle(StreamReader reader, JetStreamManagement management) throws IOException, JetStreamApiException {
        noteIfDue();
        if (quietCursorsAreDue()) {
            // The end of each stream is asked for first: what is stored after that is behind it.
            for (StreamState stream : tenure.streams(management)) {
                if (reader.readUpToTheEnd(stream.name(), management)) {
                    passAll(stream.name(), stream.lastSequence());
                }
            }
        }
    }

    private void noteIfDue() {
        if (System.nanoTime() - notedNanos > settings.notePeriod().toNanos()) {
            noteWhatIsPublished();
        }
    }

    private boolean quietCursorsAreDue() {
        boolean due =
                System.nanoTime() - quietNanos > settings.quietCursorPeriod().toNanos();
        if (due) {
            quietNanos = System.nanoTime();
        }
        return due;
    }

    /** Writes down how far publication came, unless that is known. */
    void noteWhatIsPublished() {
        notedNanos = System.nanoTime();
        Map<Integer, Long> published = new HashMap<>();
        tenure.holdings().forEach((partition, holding) -> published.put(partition, holding.published()));
        if (!published.equals(noted)) {
            transactions.write(connection -> {
                new PublishedNote(function).write(connection, tenure.holdings().values());
                return true;
            });
            noted = published;
        }
    }

    /**
     * Moves the cursors of all partitions up to here, those too that had no message for long, so that the stream's age
     * limit does not leave them behind.
     */
    private void passAll(String stream, long sequence) {
        Journal journal = new Journal(function, tenure.holdings());
        tenure.holdings().keySet().forEach(partition -> journal.pass(partition, stream, sequence));
        commit(journal);
    }

    /** Commits a journal that no handled message stands behind. */
    void commit(Journal journal) {
        transactions.write(connection -> {
            journal.write(connection);
            return true;
        });
        tenure.adopt(journal.after());
    }
}
