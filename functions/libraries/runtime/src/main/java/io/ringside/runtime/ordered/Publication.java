package io.ringside.runtime.ordered;

import io.ringside.runtime.journal.Memory;
import io.ringside.runtime.journal.StoredEvent;
import io.ringside.runtime.nats.EventToPublish;
import io.ringside.runtime.nats.OrderedPublisher;
import io.ringside.runtime.nats.UnderWay;
import io.ringside.runtime.sql.Transactions;
import io.ringside.runtime.tenure.Holding;
import io.ringside.runtime.tenure.Tenure;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings committed events out, in order, and keeps count of how far each partition's are acknowledged. Acknowledgements
 * of one batch may be awaited while the next one is decided and committed; nothing is sent before they are here.
 */
final class Publication implements AutoCloseable {
    /** Events read at once when a taken-over partition is caught up. */
    private static final int CATCH_UP_EVENTS = 500;

    private final Memory memory;
    private final OrderedPublisher publisher;
    private final Transactions transactions;
    private final Tenure tenure;
    private final Probe probe;
    private @Nullable UnderWay underWay;

    Publication(Memory memory, OrderedPublisher publisher, Transactions transactions, Tenure tenure, Probe probe) {
        this.memory = memory;
        this.publisher = publisher;
        this.transactions = transactions;
        this.tenure = tenure;
        this.probe = probe;
    }

    /** Publishes what was committed but, as far as anybody knows, not acknowledged. */
    void catchUp() throws IOException, InterruptedException {
        finish();
        for (Holding holding : List.copyOf(tenure.holdings().values())) {
            long published = holding.published();
            while (published < holding.ordinal()) {
                long after = published;
                List<StoredEvent> events = transactions.read(
                        connection -> memory.committedAfter(connection, holding.partition(), after, CATCH_UP_EVENTS));
                if (events.isEmpty()) {
                    throw new IllegalStateException("partition %d committed event %d but holds none after %d"
                            .formatted(holding.partition(), holding.ordinal(), after));
                }
                begin(events, false, () -> {});
                finish();
                published = events.getLast().ordinal();
            }
        }
    }

    /**
     * Sends these events, once everything that was sent before is acknowledged.
     *
     * @param first whether none of them was ever sent before
     * @param acknowledged told when every one is acknowledged, on any thread
     */
    void begin(List<StoredEvent> events, boolean first, Runnable acknowledged)
            throws IOException, InterruptedException {
        finish();
        List<EventToPublish> outgoing =
                events.stream().map(event -> outgoing(event, event.rollsUp())).toList();
        UnderWay sent = publisher.send(outgoing, first, new Progress(events));
        sent.whenAcknowledged(acknowledged);
        underWay = sent;
    }

    /** Waits for every acknowledgement that is missing. */
    void finish() throws IOException, InterruptedException {
        UnderWay sent = underWay;
        underWay = null;
        if (sent != null) {
            sent.await();
        }
    }

    /**
     * Publishes stored answers for those who asked again; they were counted when they were first published. They take
     * nobody's place now: what their stream holds may have come since.
     */
    void answer(List<StoredEvent> answers) throws IOException, InterruptedException {
        if (!answers.isEmpty()) {
            finish();
            publisher.publish(
                    answers.stream().map(event -> outgoing(event, false)).toList(), false, count -> {});
        }
    }

    private static EventToPublish outgoing(StoredEvent event, boolean rollsUp) {
        return new EventToPublish(
                event.eventId(), event.subject(), event.type(), event.trace(), event.body(), event.due(), rollsUp);
    }

    @Override
    public void close() {
        publisher.close();
    }

    /** Hears how many events from the front are acknowledged. */
    private final class Progress implements IntConsumer {
        private final List<StoredEvent> events;
        private int counted;

        Progress(List<StoredEvent> events) {
            this.events = events;
        }

        @Override
        public void accept(int done) {
            for (; counted < done; counted++) {
                StoredEvent event = events.get(counted);
                tenure.publishedUpTo(event.partition(), event.ordinal());
            }
            if (done == events.size() / 2) {
                probe.reached(Probe.Point.WITHIN_PUBLICATION);
            }
            if (done == events.size()) {
                probe.reached(Probe.Point.AFTER_PUBLICATION);
            }
        }
    }
}
