package io.ringside.runtime.ordered;

import io.nats.client.Connection;
import io.nats.client.ConsumeOptions;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.api.ConsumerInfo;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.ringside.runtime.Source;
import io.ringside.runtime.tenure.Holding;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Reads the partitions that an instance owns: one ordered consumer per stream, started after the lowest cursor, all
 * into one bounded queue. It is never repaired: on any sign of trouble it is closed and another is opened after the
 * cursors.
 */
final class StreamReader implements AutoCloseable {
    /** Messages read ahead; a full queue holds the consumer back. */
    static final int READ_AHEAD_MAX = 1_024;
    /** Messages one pull asks for. */
    private static final int PULL_MESSAGES = 512;
    /** Length of one pull: short, since a consumer that vanished is noticed only after it. */
    private static final long PULL_MS = 2_000;

    private final Connection nats;
    /** One thread for all streams of this reader; it ends with the reader. */
    private final Dispatcher dispatcher;

    private final BlockingQueue<Message> queue = new ArrayBlockingQueue<>(READ_AHEAD_MAX);
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, MessageConsumer> consumers = new HashMap<>();
    private final Map<String, Long> start = new HashMap<>();
    private final Map<String, Long> behind = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private StreamReader(Connection nats) {
        this.nats = nats;
        this.dispatcher = nats.createDispatcher();
    }

    static StreamReader open(Connection nats, List<Source> sources, Collection<Holding> holdings)
            throws IOException, JetStreamApiException {
        StreamReader reader = new StreamReader(nats);
        try {
            for (String stream : sources.stream().map(Source::stream).distinct().toList()) {
                reader.follow(stream, sources, holdings);
            }
        } catch (IOException | JetStreamApiException | RuntimeException e) {
            reader.close();
            throw e;
        }
        return reader;
    }

    /** Waits for a message, gathers what comes in the time after it, and takes what has piled up by then. */
    List<Message> take(int most, Duration wait, Duration gather) throws InterruptedException {
        List<Message> batch = new ArrayList<>();
        Message next = queue.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        long end = System.nanoTime() + gather.toNanos();
        while (next != null && batch.size() < most) {
            batch.add(next);
            queue.drainTo(batch, most - batch.size());
            long left = end - System.nanoTime();
            next = left <= 0 || batch.size() == most ? null : queue.poll(left, TimeUnit.NANOSECONDS);
        }
        batch.removeIf(this::seenBefore);
        return batch;
    }

    /** Messages read and waiting. */
    int backlog() {
        return queue.size();
    }

    /** Messages of the log that wait: those read, and as many as the server had behind the last of each stream. */
    long lag() {
        return queue.size()
                + behind.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The newest sequence that was taken of each stream: what this reader follows has all been taken up to there. */
    Map<String, Long> taken() {
        return Map.copyOf(newest);
    }

    /**
     * Whether everything that the stream held for this reader's filters when its end was asked for has been taken. The
     * server is asked: what the client library knows of the consumer is of its first answer.
     */
    boolean readUpToTheEnd(String stream, JetStreamManagement management) {
        MessageConsumer consumer = consumers.get(stream);
        try {
            if (consumer == null || !queue.isEmpty()) {
                return false;
            }
            ConsumerInfo now = management.getConsumerInfo(stream, consumer.getConsumerName());
            return now.getNumPending() == 0
                    && now.getDelivered().getStreamSequence()
                            <= Math.max(newest.getOrDefault(stream, 0L), start.getOrDefault(stream, 0L));
        } catch (IOException | JetStreamApiException e) {
            return false;
        }
    }

    /** Whether a consumer ended without being told to. */
    boolean broken() {
        return consumers.values().stream().anyMatch(consumer -> consumer.isFinished() || consumer.isStopped());
    }

    @Override
    public void close() {
        closed = true;
        queue.clear();
        nats.closeDispatcher(dispatcher);
        for (MessageConsumer consumer : consumers.values()) {
            try {
                consumer.close();
            } catch (Exception e) {
                // The consumer is ephemeral: the server removes it by itself when nobody pulls.
                continue;
            }
        }
    }

    private void follow(String stream, List<Source> sources, Collection<Holding> holdings)
            throws IOException, JetStreamApiException {
        long lowest = holdings.stream()
                .mapToLong(holding -> holding.cursors().getOrDefault(stream, 0L))
                .min()
                .orElse(0L);
        List<String> filters = holdings.stream()
                .flatMap(holding -> sources.stream()
                        .filter(source -> source.stream().equals(stream))
                        .flatMap(source -> source.filters(holding.partition()).stream()))
                .toList();
        OrderedConsumerConfiguration consumer = new OrderedConsumerConfiguration()
                .filterSubjects(filters)
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(lowest + 1);
        ConsumeOptions pull = ConsumeOptions.builder()
                .batchSize(PULL_MESSAGES)
                .expiresIn(PULL_MS)
                .build();
        start.put(stream, lowest);
        consumers.put(
                stream,
                nats.getStreamContext(stream).createOrderedConsumer(consumer).consume(pull, dispatcher, this::enqueue));
    }

    private void enqueue(Message message) throws InterruptedException {
        behind.put(message.metaData().getStream(), message.metaData().pendingCount());
        while (!closed && !queue.offer(message, 100, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    /** The client library may begin again by itself after a gap; nothing may be seen twice or backwards. */
    private boolean seenBefore(Message message) {
        String stream = message.metaData().getStream();
        long sequence = message.metaData().streamSequence();
        if (sequence <= newest.getOrDefault(stream, 0L)) {
            return true;
        }
        newest.put(stream, sequence);
        return false;
    }
}
