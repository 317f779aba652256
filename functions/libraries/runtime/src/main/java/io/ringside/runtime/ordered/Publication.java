package io.ringside.runtime.ordered;

import io.micronaut.transaction.TransactionOperations;
import io.ringside.runtime.nats.EventToPublish;
import io.ringside.runtime.nats.OrderedPublisher;
import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** Brings committed events out, in order, and keeps count of how far each partition's are acknowledged. */
final class Publication implements AutoCloseable {
    /** Events read at once when a taken-over partition is caught up. */
    private static final int CATCH_UP_EVENTS = 500;

    private final Memory memory;
    private final OrderedPublisher publisher;
    private final TransactionOperations<Connection> transactions;
    private final Tenure tenure;
    private final Probe probe;

    Publication(
            Memory memory,
            OrderedPublisher publisher,
            TransactionOperations<Connection> transactions,
            Tenure tenure,
            Probe probe) {
        this.memory = memory;
        this.publisher = publisher;
        this.transactions = transactions;
        this.tenure = tenure;
        this.probe = probe;
    }

    /** Publishes what was committed but, as far as anybody knows, not acknowledged. */
    void catchUp() throws IOException, InterruptedException {
        for (Holding holding : List.copyOf(tenure.holdings().values())) {
            long published = holding.published();
            while (published < holding.ordinal()) {
                long after = published;
                List<StoredEvent> events = transactions.executeRead(status ->
                        memory.committedAfter(status.getConnection(), holding.partition(), after, CATCH_UP_EVENTS));
                if (events.isEmpty()) {
                    throw new IllegalStateException("partition %d committed event %d but holds none after %d"
                            .formatted(holding.partition(), holding.ordinal(), after));
                }
                publish(events, false);
                published = events.getLast().ordinal();
            }
        }
    }

    /** Publishes these events and waits for every acknowledgement. */
    void publish(List<StoredEvent> events, boolean first) throws IOException, InterruptedException {
        int half = events.size() / 2;
        List<EventToPublish> outgoing = new ArrayList<>(events.size());
        for (StoredEvent event : events) {
            outgoing.add(
                    new EventToPublish(event.eventId(), event.subject(), event.type(), event.trace(), event.body()));
        }
        publisher.publish(outgoing, first, done -> {
            StoredEvent newest = events.get(done - 1);
            tenure.publishedUpTo(newest.partition(), newest.ordinal());
            if (done == half) {
                probe.reached(Probe.Point.WITHIN_PUBLICATION);
            }
        });
        for (StoredEvent event : events) {
            tenure.publishedUpTo(event.partition(), event.ordinal());
        }
    }

    /** Publishes stored answers for those who asked again; they were counted when they were first published. */
    void answer(List<StoredEvent> answers) throws IOException, InterruptedException {
        publisher.publish(
                answers.stream()
                        .map(event -> new EventToPublish(
                                event.eventId(), event.subject(), event.type(), event.trace(), event.body()))
                        .toList(),
                false,
                count -> {});
    }

    @Override
    public void close() {
        publisher.close();
    }
}
