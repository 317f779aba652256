package io.ringside.runtime.nats;

import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events in order over a connection of its own. After a failed or missing acknowledgement the connection is
 * dropped with whatever it had not sent, so that nothing old can follow something new; the caller goes on from the
 * first event that was not acknowledged, on a new connection.
 */
public final class OrderedPublisher implements AutoCloseable {
    /** Publications under way at once: a first publication of more goes as atomic batches. */
    public static final int IN_FLIGHT_MAX = AtomicPublication.EVENTS_MIN;
    /** How long an acknowledgement may take before it counts as missing. */
    private static final Duration ACKNOWLEDGEMENT_WAIT = Duration.ofSeconds(3);

    private final Options options;
    private final Duration patience;
    private final AtomicPublication atomic = new AtomicPublication();
    private @Nullable Connection connection;

    /** @param options of the server; reconnecting is switched off here */
    public OrderedPublisher(Options options) {
        this(options, ACKNOWLEDGEMENT_WAIT);
    }

    /** @param patience how long an acknowledgement may take */
    OrderedPublisher(Options options, Duration patience) {
        this.patience = patience;
        this.options = new Options.Builder(options)
                .maxReconnects(0)
                .connectionListener((from, event) -> {})
                .build();
    }

    /**
     * Publishes these events in order and waits until all are acknowledged.
     *
     * @param first whether no event of the list was ever sent before: then many for one stream may go as one atomic
     *     batch
     * @param acknowledged told, as it grows, how many from the front are acknowledged
     * @throws IOException when an acknowledgement failed or is missing; the events from the first unacknowledged one on
     *     must be published again
     */
    public void publish(List<EventToPublish> events, boolean first, IntConsumer acknowledged)
            throws IOException, InterruptedException {
        send(events, first, acknowledged).await();
    }

    /**
     * Sends these events in order; the acknowledgements that are still missing then are awaited through what it
     * returns. Nothing more may be sent before that was done: what follows must not be stored before what failed.
     *
     * @see #publish
     */
    public UnderWay send(List<EventToPublish> events, boolean first, IntConsumer acknowledged)
            throws IOException, InterruptedException {
        UnderWay underWay = new UnderWay(acknowledged, patience, this::drop);
        if (!events.isEmpty()) {
            Connection open = open();
            underWay.orDrop(() -> {
                if (first && AtomicPublication.worthwhile(events)) {
                    underWay.add(atomic.publish(open, events), events.size());
                } else {
                    pipeline(open.jetStream(), events, underWay);
                }
            });
        }
        return underWay;
    }

    @Override
    public void close() {
        drop();
    }

    private static void pipeline(JetStream jetStream, List<EventToPublish> events, UnderWay underWay)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (EventToPublish event : events) {
            if (underWay.size() == IN_FLIGHT_MAX) {
                underWay.awaitOldest();
            }
            underWay.add(jetStream.publishAsync(message(event)), 1);
        }
    }

    static Message message(EventToPublish event) {
        return NatsMessage.builder()
                .subject(event.subject())
                .headers(headers(event))
                .data(event.body())
                .build();
    }

    static Headers headers(EventToPublish event) {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, event.eventId());
        headers.put(io.ringside.contracts.Headers.TYPE, event.type());
        String trace = event.trace();
        if (trace != null) {
            headers.put(io.ringside.contracts.Headers.TRACE_PARENT, trace);
        }
        Instant due = event.due();
        if (due != null) {
            Schedule.write(headers, event.subject(), due);
        }
        if (event.rollsUp()) {
            headers.put(io.ringside.contracts.Headers.ROLLUP, io.ringside.contracts.Headers.ROLLUP_SUBJECT);
        }
        return headers;
    }

    private Connection open() throws IOException, InterruptedException {
        Connection current = connection;
        if (current == null || current.getStatus() != Connection.Status.CONNECTED) {
            drop();
            current = Nats.connect(options);
            connection = current;
        }
        return current;
    }

    private void drop() {
        Connection current = connection;
        connection = null;
        if (current != null) {
            try {
                current.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
