package io.ringside.runtime.rebuild;

import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.StreamInfo;
import io.ringside.contracts.Headers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The remembered events that a stream holds already, as they stand in it. What others sent to it, a client's command
 * say, is passed over: it stays where it is.
 */
final class StreamContents implements AutoCloseable {
    /** Ids looked up at once. */
    private static final int PAGE_MESSAGES = 500;

    private static final Duration MESSAGE_WAIT = Duration.ofSeconds(10);

    private final RememberedEvents events;
    private final @Nullable IterableConsumer messages;
    private final long last;
    private final Deque<Stored> page = new ArrayDeque<>();
    private boolean readToTheEnd;

    private StreamContents(RememberedEvents events, @Nullable IterableConsumer messages, long last) {
        this.events = events;
        this.messages = messages;
        this.last = last;
        this.readToTheEnd = messages == null;
    }

    /** One remembered event in the stream. */
    record Stored(long sequence, String eventId) {}

    static StreamContents open(Connection nats, StreamInfo stream, RememberedEvents events)
            throws IOException, JetStreamApiException {
        boolean empty = stream.getStreamState().getMsgCount() == 0;
        OrderedConsumerConfiguration all = new OrderedConsumerConfiguration()
                .deliverPolicy(DeliverPolicy.All)
                .headersOnly(true);
        IterableConsumer messages = empty
                ? null
                : nats.getStreamContext(stream.getConfiguration().getName())
                        .createOrderedConsumer(all)
                        .iterate();
        return new StreamContents(events, messages, stream.getStreamState().getLastSequence());
    }

    /** The next one without passing it, absent at the end. */
    @Nullable
    Stored peek() throws IOException, SQLException, InterruptedException {
        while (page.isEmpty() && !readToTheEnd) {
            turnPage();
        }
        return page.peekFirst();
    }

    /** The next one, absent at the end. */
    @Nullable
    Stored next() throws IOException, SQLException, InterruptedException {
        peek();
        return page.pollFirst();
    }

    @Override
    public void close() throws IOException {
        if (messages != null) {
            try {
                messages.close();
            } catch (Exception e) {
                throw new IOException("the reading of a stream did not end: " + e.getMessage(), e);
            }
        }
    }

    private void turnPage() throws IOException, SQLException, InterruptedException {
        Map<Long, String> ids = new LinkedHashMap<>();
        while (ids.size() < PAGE_MESSAGES && !readToTheEnd) {
            Message message = nextMessage();
            long sequence = message.metaData().streamSequence();
            String id = message.hasHeaders() ? message.getHeaders().getFirst(Headers.MESSAGE_ID) : null;
            ids.put(sequence, id == null ? "" : id);
            readToTheEnd = message.metaData().pendingCount() == 0 || sequence >= last;
        }
        Set<String> known = events.known(ids.values());
        ids.forEach((sequence, id) -> {
            if (known.contains(id)) {
                page.addLast(new Stored(sequence, id));
            }
        });
    }

    private Message nextMessage() throws IOException, InterruptedException {
        try {
            Message message = messages == null ? null : messages.nextMessage(MESSAGE_WAIT);
            if (message == null) {
                throw new IOException("nats-server does not go on reading the stream");
            }
            return message;
        } catch (JetStreamStatusCheckedException e) {
            throw new IOException("the stream cannot be read: " + e.getMessage(), e);
        }
    }
}
