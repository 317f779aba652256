package io.ringside.runtime.ordered;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.ringside.contracts.Subjects;
import io.ringside.runtime.deadletter.DeadLetterHeaders;
import io.ringside.runtime.failure.Failures;
import java.io.IOException;

/** Where a message goes that a function cannot handle: a copy with its cause, stored before the cursor moves past it. */
final class DeadLetters {
    private final String function;
    private final Connection nats;

    DeadLetters(String function, Connection nats) {
        this.function = function;
        this.nats = nats;
    }

    void store(Incoming message, String cause) throws IOException {
        Headers headers = new Headers();
        headers.put(io.ringside.contracts.Headers.MESSAGE_ID, id(message));
        headers.put(DeadLetterHeaders.CAUSE, Failures.printable(cause));
        headers.put(DeadLetterHeaders.SUBJECT, message.subject());
        headers.put(DeadLetterHeaders.STREAM, message.stream());
        headers.put(DeadLetterHeaders.SEQUENCE, Long.toString(message.sequence()));
        headers.put(DeadLetterHeaders.ORIGINAL_ID, Failures.printable(message.messageId()));
        if (message.user() != null) {
            headers.put(io.ringside.contracts.Headers.USER, Failures.printable(message.user()));
        }
        try {
            nats.jetStream()
                    .publish(NatsMessage.builder()
                            .subject(Subjects.deadLetter(function))
                            .headers(headers)
                            .data(message.raw())
                            .build());
        } catch (JetStreamApiException e) {
            throw new IOException("dead letter was refused: " + e.getMessage(), e);
        }
    }

    private String id(Incoming message) {
        return "dlq-" + function + '-' + message.stream() + '-' + message.sequence();
    }
}
