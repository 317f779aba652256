package io.ringside.benchmarks.floor;

import io.nats.client.Connection;
import io.nats.client.IterableConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.OrderedConsumerContext;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.OrderedConsumerConfiguration;
import io.nats.client.api.StreamInfo;
import io.ringside.contracts.Headers;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a stream holds, in order: the truth about when each step of an order was stored. */
public final class StreamLog {
    private static final Duration NEXT_WAIT = Duration.ofSeconds(5);

    private StreamLog() {}

    /**
     * One stored message.
     *
     * @param messageId its {@code Nats-Msg-Id}, empty when it has none
     * @param at the stream's timestamp
     * @param inBatch whether it was published as part of an atomic batch
     */
    public record Stored(
            String stream, long sequence, String subject, String messageId, Instant at, boolean inBatch, byte[] body) {}

    /** The sequence of the last message. */
    public static long end(Connection nats, String stream) throws IOException, JetStreamApiException {
        return info(nats, stream).getStreamState().getLastSequence();
    }

    /** Everything from a sequence up to what is the last message now. */
    public static List<Stored> read(Connection nats, String stream, long from)
            throws IOException, JetStreamApiException, InterruptedException {
        StreamInfo info = info(nats, stream);
        long end = info.getStreamState().getLastSequence();
        long first = Math.max(from, info.getStreamState().getFirstSequence());
        List<Stored> found = new ArrayList<>();
        if (first > end || info.getStreamState().getMsgCount() == 0) {
            return found;
        }
        OrderedConsumerContext reader = nats.getStreamContext(stream)
                .createOrderedConsumer(new OrderedConsumerConfiguration()
                        .deliverPolicy(DeliverPolicy.ByStartSequence)
                        .startSequence(Math.max(1, first)));
        try (IterableConsumer messages = reader.iterate()) {
            while (found.isEmpty() || found.getLast().sequence() < end) {
                Message message = messages.nextMessage(NEXT_WAIT);
                if (message == null) {
                    throw new IOException(stream + " ends before its last message " + end);
                }
                found.add(stored(message));
            }
            return found;
        } catch (IOException | JetStreamApiException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot close the reader of " + stream, e);
        }
    }

    private static StreamInfo info(Connection nats, String stream) throws IOException, JetStreamApiException {
        return nats.jetStreamManagement().getStreamInfo(stream);
    }

    private static Stored stored(Message message) {
        return new Stored(
                message.metaData().getStream(),
                message.metaData().streamSequence(),
                message.getSubject(),
                java.util.Objects.requireNonNullElse(header(message, Headers.MESSAGE_ID), ""),
                message.metaData().timestamp().toInstant(),
                header(message, "Nats-Batch-Id") != null,
                message.getData());
    }

    private static @Nullable String header(Message message, String name) {
        return message.hasHeaders() ? message.getHeaders().getFirst(name) : null;
    }
}
