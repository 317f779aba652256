package io.ringside.runtime.ordered;

import io.nats.client.Message;
import io.nats.client.impl.NatsJetStreamMetaData;
import io.ringside.contracts.Headers;
import io.ringside.contracts.Subjects;
import io.ringside.contracts.Wire;
import io.ringside.runtime.Delivery;
import io.ringside.runtime.Source;
import io.ringside.runtime.deadletter.DeadLetterBox;
import io.ringside.runtime.deadletter.DeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message on its way in: either decoded, or with the reason why it cannot be. */
record Incoming(
        String stream,
        long sequence,
        Instant at,
        String subject,
        int partition,
        String messageId,
        @Nullable String user,
        @Nullable String trace,
        byte[] raw,
        @Nullable Object body,
        @Nullable String undecodable) {

    static Incoming of(Message message, List<Source> sources) {
        NatsJetStreamMetaData meta = message.metaData();
        String stream = meta.getStream();
        String subject = message.getSubject();
        byte[] raw = message.getData();
        Object body = null;
        String undecodable = null;
        Optional<Class<?>> type = sources.stream()
                .filter(source -> source.stream().equals(stream))
                .flatMap(source -> source.bodyOf(subject).stream())
                .findFirst();
        if (type.isEmpty()) {
            undecodable = "no body is known for subject " + subject;
        } else {
            try {
                body = Wire.decode(raw, type.get());
            } catch (Wire.UndecodableException e) {
                undecodable = e.getMessage();
            }
        }
        String id = header(message, Headers.MESSAGE_ID);
        return new Incoming(
                stream,
                meta.streamSequence(),
                meta.timestamp().toInstant(),
                subject,
                Subjects.partitionOf(subject).orElse(-1),
                id == null ? stream + '/' + meta.streamSequence() : DeadLetterBox.originalId(id),
                header(message, Headers.USER),
                header(message, Headers.TRACE_PARENT),
                raw,
                body,
                undecodable);
    }

    boolean decodable() {
        return undecodable == null;
    }

    Delivery delivery() {
        if (body == null) {
            throw new IllegalStateException("message " + sequence + " of " + stream + " has no body");
        }
        return new Delivery(stream, sequence, at, subject, partition, messageId, user, trace, body, raw);
    }

    DeadLetters.Original original() {
        return new DeadLetters.Original(stream, sequence, subject, messageId, user, trace, raw);
    }

    private static @Nullable String header(Message message, String name) {
        return message.hasHeaders() ? message.getHeaders().getFirst(name) : null;
    }
}
