package io.ringside.runtime.deadletter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.runtime.failure.Failures;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes that a function cannot handle: a copy with its cause, stored before the original is passed over.
 */
public final class DeadLetters {
    private final String function;
    private final Connection nats;

    public DeadLetters(String function, Connection nats) {
        this.function = function;
        this.nats = nats;
    }

    /** A message that was set aside. */
    public record Original(
            String stream,
            long sequence,
            String subject,
            String messageId,
            @Nullable String user,
            @Nullable String trace,
            byte[] body) {}

    /** Stores a copy and returns when it is acknowledged; storing it twice keeps one. */
    public void store(Original original, String cause) throws IOException {
        Headers headers = new Headers();
        headers.put(
                io.ringside.contracts.Headers.MESSAGE_ID,
                "dlq-" + function + '-' + original.stream() + '-' + original.sequence());
        headers.put(DeadLetterHeaders.CAUSE, Failures.printable(cause));
        headers.put(DeadLetterHeaders.SUBJECT, Failures.printable(original.subject()));
        headers.put(DeadLetterHeaders.STREAM, original.stream());
        headers.put(DeadLetterHeaders.SEQUENCE, Long.toString(original.sequence()));
        headers.put(DeadLetterHeaders.ORIGINAL_ID, Failures.printable(original.messageId()));
        String user = original.user();
        if (user != null) {
            headers.put(io.ringside.contracts.Headers.USER, Failures.printable(user));
        }
        String trace = original.trace();
        if (trace != null) {
            headers.put(io.ringside.contracts.Headers.TRACE_PARENT, Failures.printable(trace));
        }
        try {
            nats.jetStream()
                    .publish(NatsMessage.builder()
                            .subject(Subjects.deadLetter(function))
                            .headers(headers)
                            .data(original.body())
                            .build());
        } catch (JetStreamApiException e) {
            throw new IOException("dead letter was refused: " + e.getMessage(), e);
        }
    }

    /** Stores a copy of a message as it was delivered. */
    public void store(Message message, String cause) throws IOException {
        long sequence = message.metaData().streamSequence();
        String stream = message.metaData().getStream();
        store(
                new Original(
                        stream,
                        sequence,
                        message.getSubject(),
                        header(message, io.ringside.contracts.Headers.MESSAGE_ID, stream + '/' + sequence),
                        header(message, io.ringside.contracts.Headers.USER),
                        header(message, io.ringside.contracts.Headers.TRACE_PARENT),
                        message.getData()),
                cause);
    }

    private static String header(Message message, String name, String otherwise) {
        String value = header(message, name);
        return value == null ? otherwise : value;
    }

    private static @Nullable String header(Message message, String name) {
        return message.hasHeaders() ? message.getHeaders().getFirst(name) : null;
    }
}
