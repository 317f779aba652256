package io.ringside.runtime.nats;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Publication of many events as atomic batches, one per stream (ADR-50): a stream stores a batch whole or not at all
 * and syncs once. A batch that holds one known id is refused whole, so it serves a first publication only.
 */
final class AtomicPublication {
    /** From how many events together batches are faster than one by one (measured, platform reference §4.1). */
    static final int EVENTS_MIN = 20;
    /** Events of one batch; the server takes 1,000. */
    static final int EVENTS_MAX = 500;

    private static final String BATCH_ID = "Nats-Batch-Id";
    private static final String BATCH_SEQUENCE = "Nats-Batch-Sequence";
    private static final String BATCH_COMMIT = "Nats-Batch-Commit";

    private final AtomicLong batches = new AtomicLong();
    private final String prefix = Long.toString(System.nanoTime(), 36);

    /** The server refuses a batch that rolls up a subject which the batch itself has written to. */
    static boolean worthwhile(List<EventToPublish> events) {
        return events.size() >= EVENTS_MIN && events.stream().noneMatch(EventToPublish::rollsUp);
    }

    /** Sends the batches; what it returns ends when every one is stored, and fails when one was refused. */
    CompletableFuture<Void> publish(Connection connection, List<EventToPublish> events) {
        Map<String, List<EventToPublish>> byStream = new LinkedHashMap<>();
        events.forEach(event -> byStream.computeIfAbsent(kind(event.subject()), key -> new ArrayList<>())
                .add(event));
        List<CompletableFuture<Void>> commits = new ArrayList<>();
        for (List<EventToPublish> stream : byStream.values()) {
            commits.add(inTurn(connection, stream));
        }
        return CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new));
    }

    /** A batch that is refused must not be followed by one that is stored. */
    private CompletableFuture<Void> inTurn(Connection connection, List<EventToPublish> events) {
        CompletableFuture<Void> stored = CompletableFuture.completedFuture(null);
        for (int from = 0; from < events.size(); from += EVENTS_MAX) {
            List<EventToPublish> batch = events.subList(from, Math.min(events.size(), from + EVENTS_MAX));
            stored = stored.thenCompose(done -> send(connection, batch)).thenAccept(AtomicPublication::mustBeStored);
        }
        return stored;
    }

    /** The first token of a subject decides its stream. */
    private static String kind(String subject) {
        return subject.substring(0, subject.indexOf('.'));
    }

    private CompletableFuture<Message> send(Connection connection, List<EventToPublish> batch) {
        if (batch.size() == 1) {
            return connection.request(OrderedPublisher.message(batch.getFirst()));
        }
        String id = prefix + '-' + batches.incrementAndGet();
        for (int i = 0; i < batch.size() - 1; i++) {
            connection.publish(part(batch.get(i), id, i + 1, false));
        }
        return connection.request(part(batch.getLast(), id, batch.size(), true));
    }

    private static Message part(EventToPublish event, String id, int sequence, boolean last) {
        Headers headers = OrderedPublisher.headers(event);
        headers.put(BATCH_ID, id);
        headers.put(BATCH_SEQUENCE, Integer.toString(sequence));
        if (last) {
            headers.put(BATCH_COMMIT, "1");
        }
        return NatsMessage.builder()
                .subject(event.subject())
                .headers(headers)
                .data(event.body())
                .build();
    }

    private static void mustBeStored(Message reply) {
        String text = new String(reply.getData(), StandardCharsets.UTF_8);
        if (!text.contains("\"seq\"") || text.contains("\"error\"")) {
            throw new IllegalStateException("atomic batch was refused: " + text);
        }
    }
}
